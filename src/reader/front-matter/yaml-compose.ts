import { Composer, isScalar, Parser, type CST, type Document, type Scalar, type YAMLError } from 'yaml';
import { MAX_DEPTH } from './limits.ts';
import { joinOpenValue } from './yaml-open-value.ts';

export interface ComposedYaml {
  readonly documents: readonly Document.Parsed[];
  /** The first error that Hugo's parser would stop at as well. */
  readonly error: YAMLError | undefined;
  /** Whether lines were joined, so that line ends are missing from the parser's values. */
  readonly joined: boolean;
  /** Where something stands too deep; then nothing is read. */
  readonly tooDeepAt?: number;
}

/** How many values are mended at most, and how much text is parsed again for them. */
const MAX_JOINED_VALUES = 20;
const MAX_JOINED_TEXT = 200_000;

/** Parses YAML with the liberties that Hugo's parser takes. */
export function composeYaml(source: string): ComposedYaml {
  const yaml = withLineFeeds(source);
  const tokens = [...new Parser().parse(yaml)];
  const tooDeepAt = findTooDeep(tokens);
  if (tooDeepAt !== undefined) return { documents: [], error: undefined, joined: false, tooDeepAt };
  const documents = compose(yaml, tokens);
  const error = errorOf(documents[0], yaml);
  if (!error) return { documents, error, joined: false };
  const joined = composeJoined(documents, yaml);
  // Where joining does not help, what the author wrote is what the error should speak of.
  return joined ? { documents: joined, error: undefined, joined: true } : { documents, error, joined: false };
}

function composeJoined(documents: readonly Document.Parsed[], yaml: string): readonly Document.Parsed[] | undefined {
  let current = documents;
  let text = yaml;
  const rounds = Math.min(MAX_JOINED_VALUES, MAX_JOINED_TEXT / (yaml.length + 1));
  for (let round = 0; round < rounds; round++) {
    const joined = current[0] && joinOpenValue(current[0], text);
    if (joined === undefined) return undefined;
    text = joined;
    current = compose(text);
    if (!errorOf(current[0], text)) return current;
  }
  return undefined;
}

// The failsafe schema leaves every scalar as text: which are numbers, Hugo decides in its own way. Repeated keys are
// found elsewhere, because the composer's own search takes quadratic time.
const OPTIONS = {
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

function compose(yaml: string, tokens: Iterable<CST.Token> = new Parser().parse(yaml)): readonly Document.Parsed[] {
  return [...new Composer(OPTIONS).compose(tokens, true, yaml.length)];
}

// The composer calls itself for each level, and a stack that runs out while a regular expression is compiled ends the
// process: so the depth is measured first.
function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const stack: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document' && token.value) stack.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) stack.push({ token: key, depth: depth + 1 });
      if (value) stack.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}

function errorOf(document: Document.Parsed | undefined, yaml: string): YAMLError | undefined {
  return document?.errors.find(({ code, pos: [at] }) => {
    // Hugo's parser knows no limit for keys, and lets a comma begin a text.
    return code !== 'KEY_OVER_1024_CHARS' && !(code === 'BAD_SCALAR_START' && yaml[at] === ',');
  });
}

// To Hugo a lone carriage return ends a line, to the parser it does not.
const withLineFeeds = (yaml: string): string => (yaml.includes('\r') ? yaml.replaceAll(/\r(?!\n)/g, '\n') : yaml);

/** Whether a scalar stands on several lines. */
export const spansLines = (source: string): boolean => source.includes('\n') || source.includes('\r');

export const textOf = ({ value }: Scalar): string => (typeof value === 'string' ? value : '');

/** The value of a scalar of several lines that was read with its lines joined. */
export function unfold(source: string): string {
  const node = compose(withLineFeeds(source))[0]?.contents;
  return isScalar(node) ? textOf(node) : source;
}
