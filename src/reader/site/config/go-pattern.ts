import { parseGoPattern } from './parse-go-pattern.ts';

/**
 * Regular expressions as Go has them, without going back: matching takes time in proportion to pattern times text, which
 * JavaScript's own do not promise. Captures are not needed here.
 */
export type GoPattern = (text: string) => boolean;

const IGNORE_CASE = '(?i)';

/** Reads an expression; `undefined` for one that cannot be read. It matches anywhere in the text, as in Go. */
export function compileGoPattern(source: string): GoPattern | undefined {
  const ignoresCase = source.startsWith(IGNORE_CASE);
  const steps = parseGoPattern(ignoresCase ? source.slice(IGNORE_CASE.length) : source);
  if (!steps) return undefined;
  const spellings = ignoresCase
    ? (character: string): readonly string[] => [character, character.toLowerCase(), character.toUpperCase()]
    : (character: string): readonly string[] => [character];
  // Keeps every step that is still possible, and begins anew at each character.
  return (text) => {
    const characters = [...text];
    let states = new Set<number>();
    for (let at = 0; at <= characters.length; at++) {
      const before = characters[at - 1] ?? '';
      const after = characters[at] ?? '';
      states.add(0);
      const following = new Set<number>();
      for (const state of states) {
        const step = steps[state];
        if (!step) return true;
        if (step.kind === 'fork') for (const to of step.to) states.add(to);
        else if (step.kind === 'edge' && step.test(before, after)) states.add(state + 1);
        else if (step.kind === 'one' && after !== '' && spellings(after).some(step.test)) following.add(state + 1);
      }
      states = following;
    }
    return false;
  };
}
