import { describe, expect, it } from 'vitest';
import {
  createComposer,
  editText,
  isInserted,
  isReplaced,
  toSource,
} from '../../../../src/reader/markdown/composed-text.ts';

const SOURCE = 'one {{< x >}} two';

function compose() {
  const composer = createComposer(SOURCE);
  composer.verbatim(0, 4);
  composer.replace('WORD', 4, 13);
  composer.verbatim(13, 17);
  return composer.finish();
}

describe('composed text', () => {
  it('finds the way back from every offset', () => {
    const composed = compose();
    expect(composed.text).toBe('one WORD two');
    expect(toSource(composed, 2, 'start')).toBe(2);
    expect(toSource(composed, 4, 'start')).toBe(4);
    expect(toSource(composed, 8, 'end')).toBe(13);
    expect(toSource(composed, 8, 'start')).toBe(13);
    expect(toSource(composed, 12, 'end')).toBe(17);
  });

  it('takes the ends of what was replaced for the offsets inside', () => {
    const composed = compose();
    expect(toSource(composed, 6, 'start')).toBe(4);
    expect(toSource(composed, 6, 'end')).toBe(13);
    expect([3, 4, 7, 8].map((at) => isReplaced(composed, at))).toEqual([false, true, true, false]);
  });

  it('keeps the way back when it is edited, also in what was replaced', () => {
    const edited = editText(compose(), [
      { start: 0, end: 1, text: '+' },
      { start: 3, end: 3, text: '!!' },
      { start: 6, end: 10, text: '-' },
    ]);
    expect(edited.text).toBe('+ne!! WO-wo');
    expect(toSource(edited, 1, 'start')).toBe(1);
    expect(toSource(edited, 5, 'start')).toBe(3);
    expect(toSource(edited, 9, 'start')).toBe(15);
    expect(isInserted(edited, 4)).toBe(true);
    expect(isInserted(edited, 0)).toBe(false);
  });

  it('is the source for every offset where nothing is replaced', () => {
    const composer = createComposer(SOURCE);
    composer.verbatim(4, SOURCE.length);
    const composed = composer.finish();
    for (let at = 0; at <= composed.text.length; at++) {
      expect(toSource(composed, at, 'start')).toBe(at + 4);
      expect(toSource(composed, at, 'end')).toBe(at + 4);
    }
  });
});
