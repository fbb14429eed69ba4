/** What has a meaning in text without markup: entities, sub- and superscripts, dates, addresses, line breaks. */
import type { ElementContent } from 'hast';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { element, raw, text } from './hast.ts';

interface Found {
  readonly length: number;
  readonly html: ElementContent;
}

/** Characters at which something may begin. */
const SIGNS = /[\\_^<@hfm.-]/g;

/** Plain text as HTML. */
export function plainText(value: string): ElementContent[] {
  const html: ElementContent[] = [];
  let from = 0;
  let at = nextSign(value, 0);
  while (at >= 0) {
    const found = findAt(value, at);
    if (found) {
      if (at > from) html.push(text(value.slice(from, at)));
      html.push(found.html);
      from = at + found.length;
    }
    at = nextSign(value, found ? from : at + 1);
  }
  if (from < value.length) html.push(text(value.slice(from)));
  return html;
}

function nextSign(value: string, from: number): number {
  SIGNS.lastIndex = from;
  return SIGNS.exec(value)?.index ?? -1;
}

function findAt(value: string, at: number): Found | undefined {
  switch (value[at]) {
    case '\\':
      return lineBreakAt(value, at) ?? entityAt(value, at);
    case '_':
      return raisedAt(value, at, 'sub');
    case '^':
      return raisedAt(value, at, 'sup');
    case '<':
      return dateAt(value, at);
    case '@':
      return exportAt(value, at);
    case '.':
      return value.startsWith('...', at) ? { length: 3, html: text('…') } : undefined;
    case '-':
      return dashAt(value, at);
    default:
      return addressAt(value, at);
  }
}

const LINE_BREAK = /\\\\[ \t]*(?=\n)/y;

/** `\\` at the end of a line. */
function lineBreakAt(value: string, at: number): Found | undefined {
  LINE_BREAK.lastIndex = at;
  const match = LINE_BREAK.exec(value);
  return match ? { length: match[0].length, html: element('br', {}, []) } : undefined;
}

const ENTITY = /\\([a-zA-Z]+)(?:\{\})?/y;

/** Org's names of characters are those of HTML. */
function entityAt(value: string, at: number): Found | undefined {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(value);
  const decoded = match?.[1] ? decodeNamedCharacterReference(match[1]) : false;
  return match && decoded ? { length: match[0].length, html: text(decoded) } : undefined;
}

const RAISED = /\{([^{}]*)\}/y;

function raisedAt(value: string, at: number, tagName: 'sub' | 'sup'): Found | undefined {
  RAISED.lastIndex = at + 1;
  const match = RAISED.exec(value);
  return match ? { length: match[0].length + 1, html: element(tagName, {}, [text(match[1] ?? '')]) } : undefined;
}

const DATE = /<\d{4}-\d{2}-\d{2}(?: [^\d\s<>]+)?(?: \d{2}:\d{2})?(?: \+\d+[dwmy])?>/y;

function dateAt(value: string, at: number): Found | undefined {
  DATE.lastIndex = at;
  const match = DATE.exec(value)?.[0];
  return match === undefined
    ? undefined
    : { length: match.length, html: element('span', { class: 'timestamp' }, [text(match)]) };
}

const EXPORT = /@@html:((?:[^@]|@(?!@))*)@@/y;

function exportAt(value: string, at: number): Found | undefined {
  EXPORT.lastIndex = at;
  const match = EXPORT.exec(value);
  return match ? { length: match[0].length, html: raw(match[1] ?? '') } : undefined;
}

function dashAt(value: string, at: number): Found | undefined {
  if (value.startsWith('---', at)) return { length: 3, html: text('—') };
  return value.startsWith('--', at) ? { length: 2, html: text('–') } : undefined;
}

const ADDRESS = /(?:https?|ftp|mailto|file):[^\s\]()<>"]+/y;

/** A bare address, at the start of a word. */
function addressAt(value: string, at: number): Found | undefined {
  if (at > 0 && /\w/.test(value[at - 1] ?? '')) return undefined;
  ADDRESS.lastIndex = at;
  const match = ADDRESS.exec(value)?.[0];
  return match === undefined ? undefined : { length: match.length, html: element('a', { href: match }, [text(match)]) };
}
