import type { Element, ElementContent } from 'hast';
import type { CallTree } from '../../../model/page.ts';
import { marker, MARKER } from '../handlers/shortcode.ts';
import { text } from '../hast.ts';
import { commentMark, type Mark, MARK_ELEMENT, splitAtMarks } from './marks.ts';
import { append } from '../../../model/append.ts';
import { callsWithin } from '../../../model/walk.ts';

/** What the marks of a page stand for. */
export interface Marked {
  readonly calls: readonly CallTree[];
  /** What the page's `{{< >}}` calls print, by path. */
  readonly outputs: ReadonlyMap<string, readonly ElementContent[]>;
  /** What stands for the words of paragraphs, by path. */
  readonly inLine: ReadonlyMap<string, readonly ElementContent[]>;
}

/** A marker that is open: what follows belongs to it until it is closed. */
interface Frame {
  readonly path: string;
  readonly content: ElementContent[];
}

interface Resolved {
  readonly inside: ElementContent[];
  /** What stands behind a mark that ends the marker around. */
  readonly beyond: ElementContent[];
}

const flat = ({ inside, beyond }: Resolved): ElementContent[] => [...inside, ...beyond];

/** Turns marks into marker elements. A mark whose other half stands elsewhere ends with its parent, as in a browser. */
export function resolveMarks(content: readonly ElementContent[], marked: Marked): ElementContent[] {
  const byPath = new Map(callsWithin(marked.calls).map((call) => [call.path, call]));
  const resolve = (nodes: readonly ElementContent[], outputs: Marked['outputs']): Resolved => {
    const frames: Frame[] = [{ path: '', content: [] }];
    let beyond: ElementContent[] | undefined;
    const put = (added: readonly ElementContent[]): void => {
      const open = frames.length === 1 ? (beyond ?? frames[0]?.content) : frames.at(-1)?.content;
      if (open) append(open, added);
    };
    const markerFor = (path: string, inner: ElementContent[]): Element[] => {
      const call = byPath.get(path);
      return call ? [marker(call, inner)] : [];
    };
    const close = (): void => {
      const frame = frames.pop();
      if (frame) put(markerFor(frame.path, frame.content));
    };
    const apply = ({ kind, path }: Mark): void => {
      if (kind === 'open' && path !== undefined) frames.push({ path, content: [] });
      else if (kind === 'close') {
        const at = path === undefined ? frames.length - 1 : frames.findLastIndex((frame) => frame.path === path);
        // The end of a mark that its parent has ended already ends what is open now, as a browser has it.
        if (at > 0) frames.slice(at).forEach(close);
        else if (frames.length > 1) close();
        else if (path !== undefined) beyond ??= [];
      } else if (path !== undefined) put(markerFor(path, flat(resolve(marked.inLine.get(path) ?? [], NO_OUTPUTS))));
    };
    const resolveText = (value: string): void => {
      for (const part of splitAtMarks(value)) {
        if (typeof part === 'string') put([text(part)]);
        else apply(part);
      }
    };
    const resolveElement = (node: Element): void => {
      const output = node.tagName === MARKER ? outputs.get(String(node.properties['data-path'])) : undefined;
      const { inside, beyond: after } = output ? resolve(output, NO_OUTPUTS) : resolve(node.children, outputs);
      if (node.tagName === MARK_ELEMENT) put(markerFor(String(node.properties['p']), [...inside, ...after]));
      else if (node.tagName === MARKER) put([{ ...node, children: inside }, ...after]);
      else put([{ ...node, children: [...inside, ...after] }]);
    };
    for (const node of nodes) {
      const mark = node.type === 'comment' ? commentMark(node.value) : undefined;
      if (mark) apply(mark);
      else if (node.type === 'element') resolveElement(node);
      else if (node.type === 'text') resolveText(node.value);
      else put([node]);
    }
    while (frames.length > 1) close();
    return { inside: frames[0]?.content ?? [], beyond: beyond ?? [] };
  };
  return flat(resolve(content, marked.outputs));
}

const NO_OUTPUTS: Marked['outputs'] = new Map();
