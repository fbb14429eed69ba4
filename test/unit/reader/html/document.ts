/** Builds documents for the pairing by hand: each call writes its piece of source text and returns the node that stands there. */
import type { Place } from '../../../../src/model/place.ts';
import type {
  PairingContext,
  RawHtmlBlock,
  RawHtmlInline,
  Unpaired,
  UnpairedNode,
} from '../../../../src/reader/html/raw.ts';
import type { FlowContent } from '../../../../src/model/nodes.ts';
import { createCollector, wordsOf } from '../../../../src/diagnostics/diagnostic.ts';
import { indexLines, placeAt } from '../../../../src/model/place.ts';
import { pairIslands } from '../../../../src/reader/html/pair-islands.ts';

type OfType<T extends Unpaired['type']> = Extract<Unpaired, { type: T }>;

export interface Pen {
  block(html: string): RawHtmlBlock;
  tag(html: string): RawHtmlInline;
  text(value: string): OfType<'text'>;
  p(...children: Unpaired[]): OfType<'paragraph'>;
  h2(...children: Unpaired[]): OfType<'heading'>;
  em(...children: Unpaired[]): UnpairedNode;
  link(...children: Unpaired[]): OfType<'link'>;
  quote(...children: Unpaired[]): OfType<'blockquote'>;
  list(...items: Unpaired[]): OfType<'list'>;
  tightList(...items: Unpaired[]): OfType<'list'>;
  item(...children: Unpaired[]): OfType<'listItem'>;
  table(...rows: Unpaired[]): OfType<'table'>;
  row(...cells: Unpaired[]): OfType<'tableRow'>;
  cell(...children: Unpaired[]): OfType<'tableCell'>;
  rule(): UnpairedNode;
}

export interface Written {
  readonly nodes: readonly Unpaired[];
  readonly source: string;
}

/** Writes a document. Blocks end their line, so that places have line numbers worth looking at. */
export function write(build: (pen: Pen) => readonly Unpaired[]): Written {
  let source = '';
  const lineStarts: number[] = [0];
  const put = (text: string): [number, number] => {
    const start = source.length;
    source += text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(start + at + 1);
    return [start, source.length];
  };
  const placeOf = (start: number, end: number): Place => placeAt({ lineStarts, length: source.length }, start, end);
  const raw = <T extends 'rawHtmlBlock' | 'rawHtmlInline'>(type: T, value: string) => {
    const [start] = put(value);
    return { type, value, locate: (from: number, to: number) => placeOf(start + from, start + to) };
  };
  const endLine = <T>(node: T): T => {
    put('\n');
    return node;
  };
  const pen: Pen = {
    block: (html) => endLine(raw('rawHtmlBlock', html)),
    tag: (html) => raw('rawHtmlInline', html),
    text: (value) => ({ type: 'text', value, place: placeOf(...put(value)) }),
    p: (...children) => endLine({ type: 'paragraph', children }),
    h2: (...children) => endLine({ type: 'heading', depth: 2, idSource: 'none', children }),
    em: (...children) => ({ type: 'emphasis', children }),
    link: (...children) => ({ type: 'link', notation: 'inline', url: 'u', children }),
    quote: (...children) => ({ type: 'blockquote', children }),
    list: (...children) => ({ type: 'list', ordered: false, spread: true, children }),
    tightList: (...children) => ({ type: 'list', ordered: false, spread: false, children }),
    item: (...children) => ({ type: 'listItem', children }),
    table: (...children) => ({ type: 'table', align: [], children }),
    row: (...children) => ({ type: 'tableRow', children }),
    cell: (...children) => ({ type: 'tableCell', children }),
    rule: () => endLine({ type: 'thematicBreak' }),
  };
  return { nodes: build(pen), source };
}

export interface Paired {
  readonly body: readonly FlowContent[];
  /** Findings as `line:column code message`. */
  readonly findings: readonly string[];
}

/** Pairs a document; raw HTML is on and no text is a placeholder unless `context` says otherwise. */
export function pair({ nodes, source }: Written, context: Partial<PairingContext> = {}): Paired {
  const collector = createCollector();
  const body = pairIslands(
    nodes,
    { unsafe: true, source, lines: indexLines(source), inflate: (text) => text, mark: () => undefined, ...context },
    collector,
  );
  const findings = collector.diagnostics.map(
    (found) => `${found.place?.line}:${found.place?.column} ${found.code} ${wordsOf(found).message}`,
  );
  return { body, findings };
}
