/** Comments in a page that take findings away: `<!-- decant-ignore html-unbalanced -- the include closes it -->`. */
import type { Page } from '../model/page.ts';
import { type Place, endOf } from '../model/place.ts';
import type { Code } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { walk } from '../model/walk.ts';
import { catalogue } from './catalogue.ts';
import { createDiagnostic } from './diagnostic.ts';

const KEYWORD = 'decant-ignore';

interface Ignore {
  readonly codes: readonly string[];
  readonly place: Place;
  /** The lines whose findings are meant: the comment's own, and the next one that is not blank. */
  readonly lines: ReadonlySet<number>;
}

/** Takes away the findings that the page's author has looked at; comments that take nothing away are findings themselves. */
export function suppress(page: Page, source: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!source.includes(KEYWORD)) return diagnostics;
  const ignores = ignoresOf(page, source);
  const used = new Set<string>();
  const left = diagnostics.filter(({ code, place }) => {
    const hits = ignores.filter(({ codes, lines }) => place && lines.has(place.line) && codes.includes(code));
    for (const hit of hits) used.add(keyOf(hit, code));
    return hits.length === 0;
  });
  const unused = ignores.flatMap((ignore) =>
    ignore.codes
      .filter((code) => !used.has(keyOf(ignore, code)))
      .map((code) => {
        const facts = { ignored: code, known: isCode(code) };
        return createDiagnostic('ignore-unused', facts, { file: page.file, place: ignore.place });
      }),
  );
  return [...left, ...unused];
}

const keyOf = ({ place }: Ignore, code: string): string => `${place.offset} ${code}`;

const isCode = (code: string): code is Code => Object.hasOwn(catalogue, code);

function ignoresOf(page: Page, source: string): readonly Ignore[] {
  const lines = source.split('\n');
  const found: Ignore[] = [];
  walk(page.body, (node) => {
    if ((node.type !== 'commentBlock' && node.type !== 'commentInline') || !node.place) return;
    const { offset } = node.place;
    const comment = source.slice(offset + '<!--'.length, endOf(node.place) - '-->'.length);
    const codes = codesOf(comment);
    if (codes.length > 0) found.push({ codes, place: node.place, lines: linesBehind(node.place, comment, lines) });
  });
  return found;
}

/** `decant-ignore code, code -- reason`: words behind two dashes are for people. */
function codesOf(comment: string): readonly string[] {
  const [keyword, ...words] = (comment.split('--')[0] ?? '').split(/[\s,]+/).filter((word) => word !== '');
  return keyword === KEYWORD ? words : [];
}

function linesBehind({ line }: Place, comment: string, lines: readonly string[]): ReadonlySet<number> {
  const last = line + comment.split('\n').length - 1;
  let next = last + 1;
  while (next <= lines.length && lines[next - 1]?.trim() === '') next++;
  return new Set([...Array.from({ length: last - line + 1 }, (_, at) => line + at), next]);
}
