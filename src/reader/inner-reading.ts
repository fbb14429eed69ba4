import type { Call, InnerReading } from '../model/nodes.ts';
import type { CallTree } from '../model/page.ts';
import type { ShortcodeFact } from '../model/shortcode-table.ts';
import type { ReadInput } from './read-page.ts';

/** The decisions about inner text: how it is read, whether together with what is around the call, and with which indentation. */
export interface InnerReader {
  readonly readingOf: (call: CallTree) => InnerReading;
  readonly joins: (call: Call, nested: boolean) => boolean;
  /** The indentation that the lines of an inner text lose that is read apart: that of the call, or that of a call which it begins with. */
  readonly deindents: (call: Call) => Deindentation | undefined;
}

export type Deindentation = 'as the call' | 'as its content';

/** Decides about inner text as Hugo and the site's templates do. */
export function innerReader({ shortcodes, inner }: Pick<ReadInput, 'shortcodes' | 'inner'>): InnerReader {
  const factOf = (call: Call): ShortcodeFact | undefined => shortcodes.get(call.name.toLowerCase());
  return {
    readingOf: (call) => {
      if (!call.inner || call.inner.raw === '') return 'none';
      // The inner text of an inline shortcode is its template.
      if (call.definition === 'inline') return 'raw';
      const fact = factOf(call);
      if (call.notation === 'markdown') {
        if (fact?.markdownInner && !inner) return fact.markdownInner;
        return fact && !inner && isKeptApart(fact, call) ? fact.inner : 'markdown';
      }
      return inner ?? fact?.inner ?? 'markdown';
    },
    joins: (call, nested) => {
      if (call.definition === 'inline') return false;
      const fact = factOf(call);
      if (call.notation === 'markdown' && fact?.markdownInner && !inner) {
        return fact.markdownInner === 'markdown' && !nested;
      }
      if (fact && !inner && isKeptApart(fact, call)) return false;
      // Hugo puts the inner text of `{{% %}}` into the page's Markdown; deeper down it renders it on its own.
      if (call.notation === 'markdown') return !nested;
      // What `{{< >}}` prints as it is becomes Markdown where the text around the call is Markdown.
      const reading = inner ?? fact?.inner;
      return nested && (reading === 'raw' || reading === 'html');
    },
    deindents: (call) => {
      // Whoever says how all inner text is read wants it as Hugo's `.Inner`.
      if (inner || call.notation === 'markdown') return undefined;
      const fact = factOf(call);
      if (fact?.learnedFrom === 'template' || fact?.learnedFrom === 'hugo')
        return fact.deindents === true ? 'as the call' : undefined;
      // Nobody knows the template, and an author who indents a call, in a list or in another call, does not mean code by it.
      return 'as its content';
    },
  };
}

/** In another call `{{% %}}` gives its template what Markdown has made of the inner text. */
const isRenderedFirst = (fact: ShortcodeFact, { notation, path }: Call): boolean =>
  fact.isCodeAtTimes === true && notation === 'markdown' && path.includes('.');

// Code is no Markdown wherever it stands, and whoever maps a shortcode to raw text wants the text.
const isKeptApart = (fact: ShortcodeFact, call: Call): boolean =>
  (fact.inner === 'code' && !isRenderedFirst(fact, call)) || (fact.inner === 'raw' && fact.learnedFrom === 'mapping');
