import type { FlowContent, Tab } from '../../model/nodes.ts';
import { isBlank } from './inlines-of.ts';
import type { Content } from './state.ts';

/** Gives tabs without a set one of their own; neighbours with nothing but white space between them share it. */
export function wrapTabs(contents: readonly Content[]): readonly FlowContent[] {
  if (contents.every(isNoTab)) return contents;
  const wrapped: FlowContent[] = [];
  let set: Tab[] = [];
  let blanks: FlowContent[] = [];
  const close = (): void => {
    const [first] = set;
    if (first) wrapped.push({ type: 'tabs', children: set, ...(first.origin && { origin: first.origin }) });
    wrapped.push(...blanks);
    set = [];
    blanks = [];
  };
  for (const node of contents) {
    if (node.type === 'tab') {
      set.push(node);
      blanks = []; // white space between two tabs
    } else if (set.length > 0 && isBlank(node)) {
      blanks.push(node);
    } else {
      close();
      wrapped.push(node);
    }
  }
  close();
  return wrapped;
}

const isNoTab = (node: Content): node is FlowContent => node.type !== 'tab';
