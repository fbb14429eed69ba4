import { isMap, isScalar, isSeq, type Document, type Node, type YAMLError } from 'yaml';

/** A quoted text, or a list or map in brackets, of which the parser saw no end. */
interface OpenValue {
  readonly kind: 'quote' | 'bracket';
  readonly start: number;
}

/** What an error is about, if it is about a value that is not closed. */
export function openKindOf({ code, message }: YAMLError): OpenValue['kind'] | undefined {
  if (message.startsWith('Flow ')) return 'bracket';
  return code === 'MISSING_CHAR' && message.startsWith('Missing closing') ? 'quote' : undefined;
}

/** Where the value begins that an error finds open at its end. */
export function findOpenValue(document: Document.Parsed, error: YAMLError): OpenValue | undefined {
  const kind = openKindOf(error);
  if (!kind) return undefined;
  const stack: (Node | null | undefined)[] = [document.contents];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node?.range?.[1] === error.pos[0] && isOfKind(node, kind)) return { kind, start: node.range[0] };
    if (isSeq(node)) for (const item of node.items) stack.push(item as Node | null);
    if (isMap(node)) for (const pair of node.items) stack.push(pair.key as Node | null, pair.value as Node | null);
  }
  return undefined;
}

function isOfKind(node: Node, kind: OpenValue['kind']): boolean {
  if (kind === 'bracket') return (isMap(node) || isSeq(node)) && node.flow === true;
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}

/**
 * Joins the lines of a value that goes on too far left for YAML, which Hugo takes:
 * ```yaml
 * tags: [
 * "a",
 * "b" ]
 * ```
 * Line ends become spaces, so that every offset stays; `undefined` where there is nothing to join.
 */
export function joinOpenValue(document: Document.Parsed, yaml: string): string | undefined {
  const error = document.errors.find((one) => openKindOf(one) !== undefined);
  const open = error && findOpenValue(document, error);
  if (!open) return undefined;
  const end = open.kind === 'quote' ? endOfQuoted(yaml, open.start) : endOfFlow(yaml, open.start);
  if (end < 0) return undefined;
  const lines = yaml.slice(open.start, end);
  const joined = lines.replaceAll(/[\r\n]/g, ' ');
  return joined === lines ? undefined : yaml.slice(0, open.start) + joined + yaml.slice(end);
}

function endOfQuoted(yaml: string, start: number): number {
  const quote = yaml[start];
  for (let at = start + 1; at < yaml.length; at++) {
    if (yaml[at] === '\\' && quote === '"') at++;
    else if (yaml[at] === quote) return at + 1;
  }
  return -1;
}

// A comment would swallow what follows once the lines are joined, so text with one is left alone.
function endOfFlow(yaml: string, start: number): number {
  let depth = 0;
  for (let at = start; at < yaml.length; at++) {
    const character = yaml[at];
    if (character === '#') return -1;
    if (character === '"' || character === "'") {
      const end = endOfQuoted(yaml, at);
      if (end < 0) return -1;
      at = end - 1;
    } else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth === 0) return at + 1;
  }
  return -1;
}
