import type { Heading, PhrasingContent, RootContent } from 'mdast';
import type { Inline } from '../../../model/nodes.ts';
import { textAttribute } from '../jsx/attributes.ts';
import { text, textElement, textExpression } from './nodes.ts';

const PHRASING: ReadonlySet<string> = new Set<PhrasingContent['type']>([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'strong',
  'text',
]);

export const isPhrasing = (node: RootContent): node is PhrasingContent => PHRASING.has(node.type);

/** What target nodes are in a line of text: elements stay elements, other blocks give what text they hold. */
export function toPhrasing(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (isPhrasing(node)) return [node];
    switch (node.type) {
      case 'mdxJsxFlowElement':
        return [textElement(node.name, node.attributes, toPhrasing(node.children))];
      case 'mdxFlowExpression':
        return [{ type: 'mdxTextExpression', value: node.value.replace(/\s*[\r\n]\s*/g, ' ') }];
      case 'code':
        return [{ type: 'inlineCode', value: node.value }];
      case 'copy':
        return [text(node.value)];
      case 'heading':
        return headingText(node);
      default:
        return 'children' in node ? toPhrasing(node.children) : [];
    }
  });
}

/** In a line there is no heading for the mark at its end to give an id to: it is that of a place in front of the text. */
function headingText({ children, data }: Heading): PhrasingContent[] {
  if (data?.markedId === undefined) return children;
  return [textElement('a', [textAttribute('id', data.markedId)], []), ...children.slice(0, -2)];
}

/** Whether a paragraph would hold nothing but tags and expressions: MDX takes them out of their paragraph. */
export function isLoneJsx(children: readonly Inline[]): boolean {
  return children.length > 0 && children.every(becomesJsx);
}

function becomesJsx(node: Inline): boolean {
  switch (node.type) {
    case 'text':
      return isBlankText(node.value);
    case 'break':
    case 'elementInline':
    case 'commentInline':
    case 'button':
    case 'badge':
    case 'icon':
    case 'componentInline':
    case 'omittedHtmlInline':
    case 'insert':
    case 'mark':
    case 'subscript':
    case 'superscript':
      return true;
    default:
      return false;
  }
}

export const isBlankText = (value: string): boolean => /^[ \t\r\n]*$/.test(value);

/** Whether target nodes are nothing but tags, expressions and white space. */
export const isOnlyJsx = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.length > 0 &&
  nodes.every(
    (node) =>
      node.type === 'mdxJsxTextElement' ||
      node.type === 'mdxTextExpression' ||
      (node.type === 'text' && isBlankText(node.value)),
  );

/**
 * Makes expressions of the white space between tags that stand alone on their line: MDX drops it there.
 *
 *     <p><img src="a.png" />{" "}<img src="b.png" /></p>
 */
export function keepSpaces(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return hasText(nodes) ? [...nodes] : spacesAsExpressions(nodes);
}

function spacesAsExpressions(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'text') return textExpression(' ');
    return node.type === 'mdxJsxTextElement' ? { ...node, children: spacesAsExpressions(node.children) } : node;
  });
}

/** The same for a line whose tags MDX takes out of their paragraph: white space between these is dropped in any case. */
export const keepOuterSpaces = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  keepSpaces(nodes).map((node) => (node.type === 'text' ? textExpression(' ') : node));

function hasText(nodes: readonly RootContent[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'mdxJsxTextElement') return hasText(node.children);
    if (node.type === 'mdxTextExpression') return false;
    return node.type !== 'text' || !isBlankText(node.value);
  });
}

/** A line of text, its tags on the lines of the text beside them. */
export const paragraph = (children: readonly PhrasingContent[]): RootContent => ({
  type: 'paragraph',
  children: joinLines(children),
});

const isTag = (node: PhrasingContent | undefined): boolean =>
  node?.type === 'mdxJsxTextElement' || node?.type === 'mdxTextExpression';

/**
 * Puts tags and expressions on the lines of the text beside them: alone on a line they would end the paragraph.
 */
function joinLines(nodes: readonly PhrasingContent[], inTag = false): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  // From the end, for a line break before a tag becomes a tag itself.
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index] as PhrasingContent; // the loop stays inside the list
    const [before, after] = [nodes[index - 1], joined.at(-1)];
    const behindBreak = before?.type === 'break' || (before ? isTag(before) : inTag);
    joined.push(joinLine(node, behindBreak, after ? isTag(after) : inTag));
  }
  return joined.toReversed();
}

function joinLine(node: PhrasingContent, before: boolean, after: boolean): PhrasingContent {
  switch (node.type) {
    case 'text':
      return joinText(node.value, before, after);
    case 'break':
      return after ? textElement('br', [], []) : node;
    case 'mdxJsxTextElement':
      return { ...node, children: joinLines(node.children, true) };
    default:
      return node;
  }
}

function joinText(value: string, before: boolean, after: boolean): PhrasingContent {
  let result = value;
  if (before) result = result.replace(/^[ \t]*[\r\n][ \t\r\n]*/, ' ');
  if (after) result = result.replace(/[ \t]*[\r\n][ \t\r\n]*$/, ' ');
  return text(result);
}

/** The same content on one line, as a heading wants it. */
export const onOneLine = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map((node): PhrasingContent => {
    if (node.type === 'text') return text(node.value.replace(/[ \t]*[\r\n]\s*/g, ' '));
    if (node.type === 'break') return textElement('br', [], []);
    return 'children' in node ? ({ ...node, children: onOneLine(node.children) } as PhrasingContent) : node;
  });
