/** What a reader gets of a page: its words in order, and the things that are counted. */

export interface PageContent {
  /** The words, blocks apart by spaces. */
  readonly words: string;
  /** The text of each block of code, in order. */
  readonly code: readonly string[];
  readonly images: number;
  readonly links: number;
  readonly tables: number;
}

/** Collects content in document order. */
export interface ContentSink {
  text(value: string): void;
  /** The edge of a block: words before and behind it are two. */
  edge(): void;
  code(value: string): void;
  /** Runs `body` as the content of a link; links to one address that follow one another without text between are one. */
  link(address: string, body: () => void): void;
  count(what: 'images' | 'tables'): void;
  close(): PageContent;
}

export function openSink(): ContentSink {
  let words = '';
  const code: string[] = [];
  const counts = { images: 0, links: 0, tables: 0 };
  let inLink = false;
  let last: string | undefined;
  const text = (value: string): void => {
    words += value;
    if (!inLink && value.trim() !== '') last = undefined;
  };
  return {
    text,
    edge: () => text(' '),
    code(value) {
      // The html target ends a block of code with a line break, as Goldmark does.
      code.push(value.replace(/\n+$/, ''));
      text(` ${value} `);
    },
    link(address, body) {
      if (address !== last) counts.links++;
      last = address;
      const outer = inLink;
      inLink = true;
      body();
      inLink = outer;
    },
    count(what) {
      counts[what]++;
    },
    close: () => ({ words: words.replaceAll(/[ \t\r\n\f\u2003]+/g, ' ').trim(), code, ...counts }),
  };
}

/** Where two texts part, in the words around that place. */
export function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return `${around(a)} | ${around(b)}`;
}
