import type { ElementContent } from 'hast';
import type { Footnotes } from './state.ts';
import { element, newline, text } from './hast.ts';

/** Starts the list of a page's footnotes. */
export function createFootnotes(): Footnotes {
  const numbers = new Map<string, number>();
  const contents = new Map<string, readonly ElementContent[]>();
  let anonymous = 0;
  return {
    refer: (given, content) => {
      const label = given === '' ? `\0${anonymous++}` : given;
      const number = numbers.get(label) ?? numbers.size + 1;
      numbers.set(label, number);
      if (!contents.has(label)) {
        const inline = content();
        if (inline) contents.set(label, [element('p', {}, inline)]);
      }
      return number;
    },
    define: (label, content) => {
      if (!contents.has(label)) contents.set(label, content);
    },
    // A note that nothing refers to is not printed: go-org's rule.
    all: () => [...numbers].map(([label, number]) => ({ number, content: contents.get(label) ?? [] })),
  };
}

/** A reference as go-org prints it. */
export const referenceTo = (number: number): ElementContent =>
  element('sup', { class: 'footnote-reference' }, [
    element('a', { id: `footnote-reference-${number}`, href: `#footnote-${number}` }, [text(String(number))]),
  ]);

/** The notes as go-org prints them at the end of the page. */
export function footnoteSection(footnotes: Footnotes): ElementContent[] {
  const notes = footnotes.all();
  if (notes.length === 0) return [];
  const definitions = notes.flatMap(({ number, content }) => [
    element('div', { class: 'footnote-definition' }, [
      newline,
      element('sup', { id: `footnote-${number}` }, [
        element('a', { href: `#footnote-reference-${number}` }, [text(String(number))]),
      ]),
      newline,
      element('div', { class: 'footnote-body' }, [newline, ...content, newline]),
      newline,
    ]),
    newline,
  ]);
  return [
    element('div', { class: 'footnotes' }, [
      newline,
      // The class is spelt as go-org spells it.
      element('hr', { class: 'footnotes-separatator' }, []),
      newline,
      element('div', { class: 'footnote-definitions' }, [newline, ...definitions]),
      newline,
    ]),
    newline,
  ];
}
