import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../../src/diagnostics/code-frame.ts';
import { indexLines, placeAt } from '../../../src/model/place.ts';
import { cpuTime } from '../../support/cpu-time.ts';

/** The frame of the text between « and ». */
function frameOf(marked: string): string {
  const start = marked.indexOf('«');
  const source = marked.replace('«', '').replace('»', '');
  return codeFrame(source, placeAt(indexLines(source), start, marked.indexOf('»') - 1));
}

const lines = (...text: string[]): string => text.join('\n');

describe('codeFrame', () => {
  it('shows two lines on either side', () => {
    expect(frameOf('1\n2\n3\n4\n5 «{{< tip >}}» 5\n6\n7\n8')).toBe(
      lines('  3 | 3', '  4 | 4', '> 5 | 5 {{< tip >}} 5', '    |   ^^^^^^^^^^^', '  6 | 6', '  7 | 7'),
    );
  });

  it('shows what there is at both ends', () => {
    expect(frameOf('«a»')).toBe(lines('> 1 | a', '    | ^'));
    expect(frameOf('«a»\nb')).toBe(lines('> 1 | a', '    | ^', '  2 | b'));
    expect(frameOf('a\n«b»')).toBe(lines('  1 | a', '> 2 | b', '    | ^'));
    expect(frameOf('«»')).toBe(lines('> 1 |', '    | ^'));
    expect(frameOf('a\n«»')).toBe(lines('  1 | a', '> 2 |', '    | ^'));
    expect(frameOf('a«»\n')).toBe(lines('> 1 | a', '    |  ^'));
  });

  it('keeps line numbers in line', () => {
    expect(frameOf('\n'.repeat(8) + '«x»\n10\n11')).toBe(
      lines('   7 |', '   8 |', '>  9 | x', '     | ^', '  10 | 10', '  11 | 11'),
    );
  });

  it('marks a place of several lines on the first', () => {
    expect(frameOf('a «b\nc» d')).toBe(lines('> 1 | a b', '    |   ^', '  2 | c d'));
  });

  it.each(['\n', '\r\n', '\r'])('knows the line ending %j', (end) => {
    expect(frameOf(['a', 'b', 'c«d»', '', 'e'].join(end))).toBe(
      lines('  1 | a', '  2 | b', '> 3 | cd', '    |  ^', '  4 |', '  5 | e'),
    );
  });

  it('shows tabs as spaces', () => {
    expect(frameOf('\ta\t«b\tc»\td')).toBe(lines('> 1 |     a   b   c   d', '    |         ^^^^^'));
  });

  it('knows how wide characters are', () => {
    expect(frameOf('日本 «語» é «».')).toBe(lines('> 1 | 日本 語 é «».', '    |      ^^'));
    expect(frameOf('👩‍👩‍👧 ⚠️ «🇩🇪x»')).toBe(lines('> 1 | 👩‍👩‍👧 ⚠️ 🇩🇪x', '    |       ^^^'));
    expect(frameOf('e\u0301 «x»')).toBe(lines('> 1 | e\u0301 x', '    |   ^'));
  });

  it('shows no character that a terminal would obey', () => {
    const frame = frameOf('\u001b[31mred\u0007\u0000 «x» \u202e\ud800 \ufeff');
    expect(frame).toBe(lines('> 1 | ·[31mred·· x ·· ·', '    |            ^'));
  });

  it('cuts long lines to what is around the place', () => {
    const frame = frameOf(`${'a'.repeat(500)} «${'b'.repeat(10)}» ${'c'.repeat(500)}`);
    const [line, caret] = frame.split('\n');
    expect(line).toBe(`> 1 | …${'a'.repeat(29)} ${'b'.repeat(10)} ${'c'.repeat(59)}…`);
    expect(caret).toBe(`    | ${' '.repeat(31)}^^^^^^^^^^`);
  });

  it('cuts a long line behind a place at its start', () => {
    expect(frameOf(`«ab»${'c'.repeat(500)}`)).toBe(lines(`> 1 | ab${'c'.repeat(98)}…`, '    | ^^'));
  });

  it('cuts a place that is longer than the frame', () => {
    const [, caret] = frameOf(`«${'x'.repeat(1000)}»`).split('\n');
    expect(caret).toBe(`    | ${'^'.repeat(101)}`);
  });

  it('cuts the lines around alike', () => {
    const frame = frameOf(`short\n${'a'.repeat(200)}«b»`);
    expect(frame.split('\n')[0]).toBe('  1 | …');
  });

  it('looks at no more of a line than it shows', () => {
    const source = 'x'.repeat(20_000_000);
    const start = cpuTime();
    codeFrame(source, { line: 1, column: 10_000_001, offset: 10_000_000, length: 5 });
    expect(cpuTime() - start).toBeLessThan(2000);
  });

  it.each([-5, 100])('takes the place %i outside of the text for its end', (offset) => {
    expect(codeFrame('ab', { line: 1, column: 1, offset, length: 3 })).toMatch(/^> 1 \| ab\n {4}\| +\^/);
  });
});
