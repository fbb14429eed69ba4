import type { Shortcode, ShortcodeText } from './nodes.ts';
import { isWord, isWordOrHyphen } from '../reader/shortcode/characters.ts';
import { MARKS } from '../reader/shortcode/tag.ts';
import { isBareWord, quoteArgument } from './quote-argument.ts';

export interface Tags {
  readonly open: string;
  /** Empty for a call that has no closing tag. */
  readonly close: string;
}

/** The tags of a call as Hugo wants them; throws for a name that Hugo cannot read. */
export function printTags(node: Shortcode | ShortcodeText): Tags {
  const { name, notation, body } = node;
  if (!isShortcodeName(name)) throw new TypeError(`Cannot write a shortcode with the name ${JSON.stringify(name)}`);
  const { opens, ends } = MARKS[notation];
  const isPaired = body === 'paired' || node.children.length > 0 || node.value !== undefined;
  const parts = [opens, name, ...node.arguments.map(printArgument)];
  if (!isPaired) return { open: [...parts, body === 'selfClosed' ? `/${ends}` : ends].join(' '), close: '' };
  return { open: [...parts, ends].join(' '), close: `${opens} /${name} ${ends}` };
}

function printArgument(argument: (Shortcode | ShortcodeText)['arguments'][number]): string {
  if (!('name' in argument)) return quoteArgument(argument.value, 'positional');
  const { name, value } = argument;
  if (!isBareWord(name)) throw new TypeError(`Cannot write an argument with the name ${JSON.stringify(name)}`);
  return `${name}=${quoteArgument(value, 'named')}`;
}

function isShortcodeName(text: string): boolean {
  const name = text.endsWith('.inline') ? text.slice(0, -'.inline'.length) : text;
  if (name.endsWith('/') || !isWord(String.fromCodePoint(name.codePointAt(0) ?? 0))) return false;
  for (const character of name) if (character !== '/' && !isWordOrHyphen(character)) return false;
  return true;
}
