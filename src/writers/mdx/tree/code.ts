import type { RootContent } from 'mdast';
import type { Code, InlineCode } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import type { TreeState } from './state.ts';
import { writtenText } from '../templated.ts';

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
  return [{ type: 'code', lang: lang ?? null, meta: meta ?? null, value: writtenText(node.value, writing) }];
}

export const inlineCode = (node: InlineCode, { writing }: TreeState): RootContent[] => [
  { type: 'inlineCode', value: writtenText(node.value, writing) },
];
