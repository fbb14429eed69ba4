/**
 * Markers where calls stand inside other calls, as Hugo comes to them.
 *
 * Hugo runs inner calls first and puts what they print into the inner text of the call around them. Where that call's template
 * renders its inner text (`{{ .Inner | .Page.RenderString }}`), what is HTML by then goes through Markdown again, which cuts
 * it at blank lines and the like. So the text is made here as Hugo has it, with a mark around the output of each call, and read
 * again; then the marks become elements.
 */
import type { ElementContent } from 'hast';
import type { CallTree } from '../../../model/page.ts';
import type { Reread, WriterInput } from '../../writer.ts';
import { endOf } from '../../../model/place.ts';
import { writeContent } from '../content.ts';
import { htmlText } from '../markup-text.ts';
import { closeMark, openMark, wordFor } from './marks.ts';
import { resolveMarks } from './resolve-marks.ts';

/** What one page's calls come to on the way. */
interface Run {
  readonly input: WriterInput;
  readonly reread: Reread;
  /** Output that is one paragraph in the middle of a line, by path: a word stands for it, so that the line stays whole. */
  readonly inLine: Map<string, readonly ElementContent[]>;
}

interface Rendered {
  readonly content: readonly ElementContent[];
  readonly text: string;
}

/** The page with its inner calls rendered first; nothing where that makes no difference. */
export function writeNested(input: WriterInput): readonly ElementContent[] | undefined {
  const { page, markup, reread } = input;
  if (!reread || !markup.unsafe) return undefined;
  const run: Run = { input, reread, inLine: new Map() };
  return page.calls.some((call) => isChanged(call, run)) ? writePage(run) : undefined;
}

function isChanged(call: CallTree, { reread }: Run): boolean {
  const raw = call.inner?.raw ?? '';
  return hasInnerInside(call) || reread.runComments(raw) !== raw;
}

const hasInnerInside = (call: CallTree): boolean =>
  call.calls.some((inner) => hasInner(inner) || hasInnerInside(inner));

const hasInner = ({ inner }: CallTree): boolean => inner !== undefined && inner.raw !== '';

/** A page's body: to Markdown, `{{< >}}` calls are a word, and `{{% %}}` calls bring their text in. */
function writePage(run: Run): readonly ElementContent[] {
  const { page, source } = run.input;
  const outputs = new Map<string, readonly ElementContent[]>();
  let text = '';
  let at = 0;
  for (const call of page.calls) {
    const { inner, notation, path } = call;
    if (!inner || !isChanged(call, run)) continue;
    text += source.slice(at, inner.place.offset);
    if (notation === 'markdown') text += innerText(call, run);
    else outputs.set(path, render(innerText(call, run), run).content);
    at = endOf(inner.place);
  }
  const { content } = read(text + source.slice(at), page.bodyPlace.offset, run);
  return resolveMarks(content, { calls: page.calls, outputs, inLine: run.inLine });
}

/** A call's inner text, with the output of the calls in it. */
function innerText(call: CallTree, run: Run): string {
  if (!call.inner) return '';
  const { source } = run.input;
  let text = '';
  let at = call.inner.place.offset;
  for (const inner of call.calls) {
    text += source.slice(at, inner.place.offset) + outputOf(inner, run);
    at = endOf(inner.place);
  }
  return text + source.slice(at, endOf(call.inner.place));
}

/** What a call inside another prints. */
function outputOf(call: CallTree, run: Run): string {
  const { path, notation } = call;
  if (!hasInner(call)) return wordFor(path, 'call');
  const written = innerText(call, run);
  const rendered = render(written, run);
  const paragraph = singleParagraph(rendered);
  // Of a `{{% %}}` call Hugo itself renders the inner text, and takes the paragraph off a single line.
  const isLine = notation === 'markdown' && !written.includes('\n') && paragraph !== undefined;
  const inner = isLine ? paragraph : rendered.text;
  const form = startsLine(notation === 'markdown' ? inner : written) ? 'block' : 'line';
  if (form === 'line' && !isLine && paragraph !== undefined && isInLine(call, run)) {
    run.inLine.set(path, rendered.content);
    return wordFor(path, 'paragraph');
  }
  return `${openMark(path, form)}${inner}${closeMark(path, form)}`;
}

const render = (text: string, run: Run): Rendered => read(run.reread.runComments(text), 0, run);

function read(source: string, bodyStart: number, { input, reread }: Run): Rendered {
  const page = reread.page(source, bodyStart);
  const { content, state } = writeContent({ page, source, markup: input.markup }, 'marker');
  return { content, text: htmlText(content, state.markup) };
}

/** What stands in the only paragraph of an output, if that is one line. */
function singleParagraph({ content, text }: Rendered): string | undefined {
  const [first] = content;
  const [open, close] = ['<p>', '</p>\n'];
  const isOne = content.length === 2 && first?.type === 'element' && text.startsWith(open) && text.endsWith(close);
  return isOne && text.indexOf('\n') === text.length - 1 ? text.slice(open.length, -close.length) : undefined;
}

const startsLine = (text: string): boolean => {
  const end = text.indexOf('\n');
  return end >= 0 && text.slice(0, end).trim() === '';
};

const isInLine = ({ place: { offset } }: CallTree, { input: { source } }: Run): boolean =>
  source.slice(source.lastIndexOf('\n', offset) + 1, offset).trim() !== '';
