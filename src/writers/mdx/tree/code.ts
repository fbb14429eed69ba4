import type { RootContent } from 'mdast';
import type { Code, InlineCode } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import type { TreeState } from './state.ts';
import type { JsxAttribute } from '../jsx/print.ts';
import { codeAttribute, textAttribute } from '../jsx/attributes.ts';
import { liveText } from '../live-text.ts';
import { writtenText } from '../templated.ts';
import { flowElement, textElement } from './nodes.ts';

interface Info {
  readonly lang: string | undefined;
  readonly meta: string | undefined;
}

/** What stands behind the opening fence: the language, and what the dialect has for titles, highlighted lines and numbers. */
function infoOf(node: Code, { dialect }: Writing): Info {
  const { lang, meta, options, attributes } = node;
  if (!options && !attributes?.length) return { lang, meta };
  const parts = dialect.codeMeta(node);
  // The first word behind a fence is the language, whatever it looks like.
  return {
    lang: lang ?? (parts.length > 0 ? 'text' : undefined),
    meta: parts.length > 0 ? parts.join(' ') : undefined,
  };
}

/** The same as text. */
export function codeInfo(node: Code, writing: Writing): string {
  const { lang, meta } = infoOf(node, writing);
  return [lang, meta].filter((part) => part !== undefined).join(' ');
}

/** A code block: always with fences, for MDX knows no indented code. */
export function code(node: Code, { writing }: TreeState): RootContent[] {
  const { lang, meta } = infoOf(node, writing);
  const live = liveText(node.value, writing);
  if (live !== undefined) return [liveBlock({ lang, meta }, live, node, writing)];
  return [{ type: 'code', lang: lang ?? null, meta: meta ?? null, value: writtenText(node.value, writing) }];
}

/** A block of code that follows a variable, in the component that the target has for code that is no Markdown. */
function liveBlock(
  { lang, meta }: Info,
  expression: string,
  { place }: Code,
  { dialect, draft }: Writing,
): RootContent {
  const { liveCode } = dialect;
  const content: RootContent = { type: 'mdxFlowExpression', value: expression };
  const given = (name: string, value: string | undefined): readonly JsxAttribute[] =>
    value === undefined ? [] : [textAttribute(name, value)];
  if (!liveCode) {
    const className = dialect.attributes === 'react' ? 'className' : 'class';
    const language = given(className, lang === undefined ? undefined : `language-${lang}`);
    return flowElement('pre', [], [flowElement('code', language, [content])]);
  }
  draft.component(liveCode.component);
  if (meta !== undefined && liveCode.meta === undefined) {
    draft.report('mdx-detail-dropped', { component: liveCode.component, detail: meta }, place);
  }
  const attributes = [
    ...given(liveCode.lang, lang),
    ...(liveCode.meta === undefined ? [] : given(liveCode.meta, meta)),
  ];
  return liveCode.code === undefined
    ? flowElement(liveCode.component, attributes, [content])
    : flowElement(liveCode.component, [codeAttribute(liveCode.code, expression), ...attributes], []);
}

export function inlineCode(node: InlineCode, { writing }: TreeState): RootContent[] {
  const live = liveText(node.value, writing);
  if (live === undefined) return [{ type: 'inlineCode', value: writtenText(node.value, writing) }];
  return [textElement('code', [], [{ type: 'mdxTextExpression', value: live }])];
}
