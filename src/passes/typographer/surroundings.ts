import type { Markup } from '../../model/markup.ts';
import type { Page } from '../../model/page.ts';
import type { Sight } from './rules.ts';
import { endOf } from '../../model/place.ts';
import { callsWithin } from '../../model/walk.ts';

/** The source as Goldmark reads it: where a call stands it sees a placeholder word, or the tags of its output. */
export interface Surroundings {
  readonly source: string;
  /** What stands before the character at an offset, if calls have a say in it. */
  readonly before: ReadonlyMap<number, string>;
  /** What stands at an offset, where a call begins there. */
  readonly at: ReadonlyMap<number, string>;
}

// Any letter will do for the word that Hugo puts in the place of a call.
const WORD = 'x';

/** Notes the edges of all calls of a page. */
export function surroundingsOf(page: Page, source: string, markup: Markup): Surroundings {
  const before = new Map<number, string>();
  const at = new Map<number, string>();
  const outermost = new Set(page.calls);
  for (const call of callsWithin(page.calls)) {
    const { place, openTag, closeTag } = call;
    at.set(place.offset, WORD);
    before.set(endOf(place), WORD);
    // A top-level `{{% %}}` call with inner text leaves that text where it stands, with its own output around it.
    if (outermost.has(call) && call.notation === 'markdown' && closeTag && markup.unsafe) {
      at.set(place.offset, '<').set(closeTag.offset, '<');
      before.set(endOf(openTag), '>').set(endOf(place), '>');
    }
  }
  return { source, before, at };
}

/** What the typographer sees at `offset` of the source, in a block that goes from `start` to `end`. */
export function sightAt(
  offset: number,
  block: { start: number; end: number },
  { source, before, at }: Surroundings,
): Sight {
  const ahead: string[] = [];
  let next = offset;
  const readOne = (): boolean => {
    if (next >= block.end || ahead.at(-1) === '\n') return false;
    const character = at.get(next) ?? String.fromCodePoint(source.codePointAt(next) ?? 0);
    ahead.push(character === '\r' ? '\n' : character);
    next += character.length;
    return true;
  };
  return {
    before: offset <= block.start ? '\n' : (before.get(offset) ?? characterBefore(source, offset)),
    at: (distance) => {
      while (ahead.length <= distance) if (!readOne()) return '';
      return ahead[distance] ?? '';
    },
  };
}

// More than any rule looks at.
const LOOK_AHEAD = 80;

/** What the typographer sees in a text that stands nowhere in the source. */
export function sightIn(text: string, index: number, before: string): Sight {
  const ahead = Array.from(text.slice(index, index + LOOK_AHEAD));
  return { before: index === 0 ? before : characterBefore(text, index), at: (distance) => ahead[distance] ?? '' };
}

function characterBefore(text: string, offset: number): string {
  const low = text.codePointAt(offset - 2) ?? 0;
  return low > 0xffff ? String.fromCodePoint(low) : (text[offset - 1] ?? '\n');
}
