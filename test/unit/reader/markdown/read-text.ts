import { fillTemplate } from '../../../../src/model/walk.ts';
import type { Markup } from '../../../../src/model/markup.ts';
import type { Attribute, InnerReading, Node, TemplatedString } from '../../../../src/model/nodes.ts';
import type { PageMeta } from '../../../../src/model/page.ts';
import type { Place } from '../../../../src/model/place.ts';
import type { ShortcodeFact } from '../../../../src/model/shortcode-table.ts';
import type { ReadInput, ReadResult } from '../../../../src/reader/read-page.ts';
import { defaultMarkup } from '../../../../src/model/markup.ts';
import { micromarkEngine } from '../../../../src/reader/markdown/micromark.ts';
import { satteriEngine } from '../../../../src/reader/markdown/satteri.ts';
import { readPage } from '../../../../src/reader/read-page.ts';

const NOWHERE: Place = { line: 1, column: 1, offset: 0, length: 0 };

const META: PageMeta = {
  file: 'content/page.md',
  path: '/page',
  language: 'en',
  kind: 'page',
  bundle: 'none',
  format: 'markdown',
  section: '',
  contentType: 'page',
  permalink: '/page/',
  aliases: [],
  resources: [],
  hidden: [],
  frontMatter: { format: 'none', place: NOWHERE, contentPlace: NOWHERE, fields: [] },
};

export type Options = Partial<Omit<ReadInput, 'markup' | 'meta' | 'source'>> & {
  readonly markup?: Partial<Markup>;
  readonly meta?: Partial<PageMeta>;
};

/** Reads a page that has no front matter; raw HTML is on, as in most sites. */
export function readText(source: string, { markup, meta, ...rest }: Options = {}): ReadResult {
  return readPage({
    meta: { ...META, ...meta },
    source,
    bodyStart: 0,
    markup: { ...defaultMarkup, unsafe: true, ...markup },
    shortcodes: new Map(),
    engine: satteriEngine,
    ...rest,
  });
}

/** A source text, what it is in short, and how it is read. */
export type Case = [name: string, source: string, expected: string, options?: Options];

/** What is known of some shortcodes: name, how inner text is read, and who says so. */
export const facts = (
  ...known: readonly (readonly [name: string, inner: InnerReading, from?: ShortcodeFact['learnedFrom']])[]
): Options => ({
  shortcodes: new Map(
    known.map(([name, inner, learnedFrom = 'template']) => [
      name,
      { takesInner: inner !== 'none', inner, learnedFrom },
    ]),
  ),
});

/** What both engines make of a page, in short; they have to agree. */
export function show(source: string, options: Options = {}): string {
  const [native, plain] = [satteriEngine, micromarkEngine].map((engine) =>
    showAll(readText(source, { ...options, engine }).page.body),
  );
  if (native !== plain) throw new Error(`the engines differ:\n${native}\n${plain}`);
  return native ?? '';
}

/** Nodes as `type.field=value(children)`, text in quotes. */
export const showAll = (nodes: readonly Node[]): string => nodes.map(showOne).join(' ');

const HIDDEN = new Set(['type', 'place', 'children', 'call', 'openTag', 'closeTag', 'idSource', 'innerReading']);

function showOne(node: Node): string {
  if (node.type === 'text') return JSON.stringify(node.value);
  const fields = Object.entries(node).flatMap(([name, value]) => (HIDDEN.has(name) ? [] : [showField(name, value)]));
  const name = 'call' in node ? `${node.type}:${node.call.name}` : node.type;
  const children = 'children' in node && node.children.length > 0 ? `(${showAll(node.children)})` : '';
  return name + fields.join('') + children;
}

function showField(name: string, value: unknown): string {
  // A box that is not checked is another thing than none.
  if (value === false && name !== 'checked') return '';
  if (value === true) return `.${name}`;
  if (name === 'attributes') {
    // An attribute list is the only field of that name.
    const attributes = value as readonly Attribute[];
    return attributes.length === 0 ? '' : `{${attributes.map(showAttribute).join(' ')}}`;
  }
  return `.${name}=${showValue(value)}`;
}

const showAttribute = ({ name, value }: Attribute): string =>
  typeof value === 'object' ? `${name}=${showTemplate(value)}` : `${name}=${JSON.stringify(value)}`;

const showTemplate = (value: TemplatedString): string =>
  typeof value === 'string' ? value : fillTemplate(value, (part) => `<${part.call.name}>`);

function showValue(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  const isTemplate = value.some((part) => typeof part === 'object' && part !== null && 'call' in part);
  // A list with a call in it is a templated string.
  if (isTemplate) return showTemplate(value as TemplatedString);
  const isNodes =
    value.length > 0 && value.every((part) => typeof part === 'object' && part !== null && 'type' in part);
  return isNodes ? `(${showAll(value as readonly Node[])})` : JSON.stringify(value);
}
