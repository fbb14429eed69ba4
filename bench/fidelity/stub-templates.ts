/**
 * Plays the shortcode templates of the runs of Hugo that decant is compared with, where calls stand inside other calls.
 *
 * Hugo runs inner calls first and puts their output into the inner text of the call around them. The templates of those
 * runs print `{{ .Inner | .Page.RenderString }}` between two marks: so what an inner call printed, HTML by then, goes
 * through Markdown again, which cuts code blocks at blank lines and the like. decant reads each inner text once, from the
 * author's source. To compare the two at all, the templates' part is done here, with decant as the Markdown renderer.
 */
import type { Call } from '../../src/model/nodes.ts';
import type { CallTree } from '../../src/model/page.ts';
import { endOf } from '../../src/model/place.ts';
import { marker } from '../../src/writers/html/handlers/shortcode.ts';
import { serialize } from '../../src/writers/html/serialize.ts';
import { renderText, type RenderContext } from './render-page.ts';

/** The comment form of a call is a call once its marks are gone, and `RenderString` runs it. */
const COMMENT_FORM = /\{\{([<%])\/\*(.*?)\*\/([>%])\}\}/gs;

/** What playing the templates of one page needs. */
interface Play extends RenderContext {
  /** Output that is one paragraph in the middle of a line, by path: a word stands for it, so that the line stays whole. */
  readonly inLine: Map<string, string>;
}

/** Renders a page as Hugo does with such templates. */
export function renderWithStubs(source: string, bodyStart: number, context: RenderContext): string {
  const plain = renderText(source, bodyStart, context);
  const { calls } = plain.page;
  if (context.inner === 'raw' || !context.markup.unsafe || !calls.some(isPlayed)) return plain.html;
  const play = { ...context, inLine: new Map() };
  return resolveMarks(renderDocument(source, bodyStart, calls, play), calls, play);
}

const isPlayed = (call: CallTree): boolean => isNested(call) || (call.inner?.raw.search(COMMENT_FORM) ?? -1) >= 0;

const isNested = (call: CallTree): boolean => call.calls.some((inner) => hasInner(inner) || isNested(inner));

const hasInner = ({ inner }: Call): boolean => inner !== undefined && inner.raw !== '';

/** A page's body: `{{< >}}` calls are a word to Markdown, `{{% %}}` calls bring their text in. */
function renderDocument(source: string, bodyStart: number, calls: readonly CallTree[], context: Play): string {
  const outputs = new Map<string, string>();
  let text = source.slice(0, bodyStart);
  let at = bodyStart;
  for (const call of calls) {
    const { inner, notation, path } = call;
    if (!inner || !isPlayed(call)) continue;
    text += source.slice(at, inner.place.offset);
    if (notation === 'markdown') text += innerText(call, source, context);
    else outputs.set(path, renderInner(innerText(call, source, context), context));
    at = endOf(inner.place);
  }
  const { html } = renderText(text + source.slice(at), bodyStart, context);
  return insertOutputs(html, outputs);
}

/** A call's inner text with the output of the calls in it. */
function innerText(call: CallTree, source: string, context: Play): string {
  if (!call.inner) return '';
  let text = '';
  let at = call.inner.place.offset;
  for (const inner of call.calls) {
    text += source.slice(at, inner.place.offset) + outputOf(inner, source, context);
    at = endOf(inner.place);
  }
  return text + source.slice(at, endOf(call.inner.place));
}

/** What the template of a call inside another prints. */
function outputOf(call: CallTree, source: string, context: Play): string {
  const { path } = call;
  if (!hasInner(call)) return `XSC${path.replaceAll('.', 'Z')}XSC`;
  const written = innerText(call, source, context);
  const rendered = renderInner(written, context);
  // Of a `{{% %}}` call Hugo itself renders the inner text, and takes the paragraph off a single line.
  const isLine = call.notation === 'markdown' && !written.includes('\n');
  const inner = isLine ? withoutParagraph(rendered) : rendered;
  const given = call.notation === 'markdown' ? inner : written;
  if (/^[ \t\r]*\n/.test(given)) return `<!--sc:${path}-->${inner}<!--/sc:${path}-->`;
  const isInLine = source.slice(source.lastIndexOf('\n', call.place.offset) + 1, call.place.offset).trim() !== '';
  if (isInLine && withoutParagraph(inner) !== inner) {
    context.inLine.set(path, inner);
    return `XSC${path.replaceAll('.', 'Z')}PXSC`;
  }
  return `<x-sc p=${path}>${inner}</x-sc>`;
}

function renderInner(text: string, context: RenderContext): string {
  const { html } = renderText(text.replaceAll(COMMENT_FORM, '{{$1$2$3}}'), 0, context);
  return html.replaceAll(TAG_OR_SIGN, (found) => SIGNS[found] ?? found);
}

// Goldmark's spelling: what one run prints is what the next one reads.
const SIGNS: Readonly<Record<string, string>> = { '"': '&quot;', '>': '&gt;' };
const TAG_OR_SIGN = /<(?:"[^"]*"|'[^']*'|[^'">])*>|[">]/g;

const withoutParagraph = (html: string): string => /^<p>(.*)<\/p>\n$/.exec(html)?.[1] ?? html;

/** Puts the inner HTML of top-level calls into their marker elements. */
function insertOutputs(html: string, outputs: ReadonlyMap<string, string>): string {
  let result = html;
  for (const [path, output] of outputs) {
    const start = result.indexOf(`<x-shortcode data-path="${path}"`);
    const end = result.indexOf('></x-shortcode>', start);
    if (start >= 0 && end >= 0) result = `${result.slice(0, end + 1)}${output}${result.slice(end + 1)}`;
  }
  return result;
}

// Tags, whose attribute values keep the words; comment marks, also where code has escaped them; words.
const MARKS =
  /(?:<|&lt;)!--(\/?)sc:([\d.]+)--(?:>|&gt;)|(?:<|&lt;)x-sc p="?([\d.]+)"?(?:>|&gt;)|(?:<|&lt;)\/x-sc(?:>|&gt;)|XSC([\dZ]+)(P?)XSC|<(?:"[^"]*"|'[^']*'|[^'">])*>/g;

/** Turns the marks of the templates into marker elements. */
function resolveMarks(html: string, calls: readonly CallTree[], { inLine }: Play): string {
  const byPath = new Map<string, CallTree>();
  const index = (list: readonly CallTree[]): void => {
    for (const call of list) {
      byPath.set(call.path, call);
      index(call.calls);
    }
  };
  index(calls);
  const close = '</x-shortcode>';
  const open = (path: string): string => {
    const call = byPath.get(path);
    return call ? serialize(marker(call, []), false).slice(0, -close.length) : '<x-shortcode>';
  };
  const resolve = (text: string): string =>
    text.replaceAll(MARKS, (mark, slash: string, comment: string, tag: string, word: string) => {
      if (comment) return slash === '/' ? close : open(comment);
      if (tag) return open(tag);
      if (word) {
        const path = word.replaceAll('Z', '.');
        return open(path) + resolve(inLine.get(path) ?? '') + close;
      }
      return mark.includes('/x-sc') && !mark.includes('shortcode') ? close : mark;
    });
  return resolve(html);
}
