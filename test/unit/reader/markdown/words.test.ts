import { describe, expect, it } from 'vitest';
import { createWords, type Held } from '../../../../src/reader/markdown/words.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const held = (text: string): Held => ({ kind: 'literal', text });

describe('placeholder words', () => {
  it('are letters and digits, and stand nowhere in the source', () => {
    const source = 'dcq0x DCQaq dcqbq';
    const word = createWords(source).hold(held('a'));
    expect(word).toMatch(/^[a-z][a-z0-9]+$/);
    expect(source.toLowerCase()).not.toContain(word.slice(0, -2));
  });

  it('are found wherever they stand, whatever is around them', () => {
    const words = createWords('');
    const [first, second] = [words.hold(held('a')), words.hold(held('b'))];
    const text = `1${first}1${second}x${second}`;
    const found = [];
    for (let word = words.find(text, 0); word; word = words.find(text, word.end)) found.push(word.held);
    expect(found).toEqual([held('a'), held('b'), held('b')]);
  });

  it('are read only alone', () => {
    const words = createWords('');
    const word = words.hold(held('a'));
    expect(words.read(word)).toEqual(held('a'));
    expect(words.read(`${word} `)).toBeUndefined();
    expect(words.read('dcq9x')).toBeUndefined();
  });

  it('are chosen in one look at a source that is full of such words', () => {
    const source = Array.from({ length: 20_000 }, (_, at) => `dcq${at.toString(26).replaceAll(/\d/g, 'z')}q`).join(' ');
    const started = cpuTime();
    createWords(source).hold(held('a'));
    expect(cpuTime() - started).toBeLessThan(2000);
  });
});
