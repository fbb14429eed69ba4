import { createWords } from '../reader/markdown/words.ts';

/** Words that stand for tags in a document while it is printed. */
export interface TagWords {
  hold(text: string): string;
  /** Puts the tags in the place of the words. */
  putBack(printed: string): string;
}

/** Starts words of which none stands anywhere in `strings`. */
export function createTagWords(strings: string): TagWords {
  const words = createWords(strings);
  let prefix: string | undefined;
  return {
    hold: (text) => {
      const word = words.hold({ kind: 'literal', text });
      // The first word is the prefix, a zero and the end.
      prefix ??= word.slice(0, -2);
      return word;
    },
    putBack: (printed) => {
      if (prefix === undefined) return printed;
      const text = decodeEnds(printed, prefix);
      let restored = '';
      let at = 0;
      for (let found = words.find(text, 0); found; found = words.find(text, found.end)) {
        if (found.held.kind === 'literal') restored += text.slice(at, found.start) + found.held.text;
        at = found.end;
      }
      return restored + text.slice(at);
    },
  };
}

const reference = (character: string): string => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;

const END = 'x';

/** Beside emphasis the serializer may write the first or last letter of a word as a character reference. */
function decodeEnds(printed: string, prefix: string): string {
  const first = reference(prefix.charAt(0)) + prefix.slice(1);
  const [before = '', ...parts] = printed.replaceAll(first, prefix).split(prefix);
  const last = reference(END);
  return [before, ...parts.map((part) => decodeEnd(part, last))].join(prefix);
}

function decodeEnd(part: string, last: string): string {
  let digits = 0;
  while (part.charCodeAt(digits) >= 48 && part.charCodeAt(digits) <= 57) digits++;
  return part.startsWith(last, digits) ? part.slice(0, digits) + END + part.slice(digits + last.length) : part;
}
