import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Problem } from './check.ts';
import type { FileKind, YamlFile, YamlValue } from './yaml.ts';
import { nameOf } from './yaml.ts';
import { typeInWords, typeOf } from './check.ts';
import { nearest } from './nearest.ts';

const WHOLE: Readonly<Record<FileKind, string>> = { mapping: 'a mapping', config: 'decant.yaml' };

/** Turns what the schema found into findings at the YAML's own places. */
export function reportProblems(
  problems: readonly Problem[],
  yaml: YamlFile,
  collector: Collector,
  kind: FileKind = 'mapping',
): void {
  for (const problem of problems) report(problem, { yaml, collector, kind });
}

interface Reporting {
  readonly yaml: YamlFile;
  readonly collector: Collector;
  readonly kind: FileKind;
}

function report(problem: Problem, { yaml, collector, kind }: Reporting): void {
  const { path } = problem;
  const where = nameOf(path) || WHOLE[kind];
  switch (problem.type) {
    case 'unknownKey': {
      const { key, known } = problem;
      const facts = { where, key, known, ...meant(key, known) };
      collector.report(`${kind}-unknown-key`, facts, yaml.placeOf([...path, key], 'key'));
      break;
    }
    case 'missingKey':
      collector.report(`${kind}-missing-key`, { where, key: problem.key }, yaml.placeOf(path, 'key'));
      break;
    case 'unknownWord': {
      const value = inWords(problem.value);
      const allowed = problem.allowed.map(inWords);
      collector.report(
        `${kind}-unknown-value`,
        { where, value, allowed, ...meant(value, allowed) },
        yaml.placeOf(path),
      );
      break;
    }
    case 'mismatch': {
      const facts = { where, expected: problem.expected, found: inWords(problem.value) };
      collector.report(`${kind}-bad-value`, facts, yaml.placeOf(path));
      break;
    }
  }
}

/** The word that was meant, as a fact, where one is near. */
export function meant(word: string, known: readonly string[]): { nearest?: string } {
  const found = nearest(word, known);
  return found === undefined ? {} : { nearest: found };
}

function inWords(value: YamlValue): string {
  if (value !== null && typeof value !== 'object') return String(value);
  const type = typeInWords(typeOf(value));
  if (value === null) return type;
  const keys = Object.keys(value);
  if (keys.length === 0) return `${type} without anything in it`;
  return Array.isArray(value) ? type : `${type} with ${keys.join(', ')}`;
}
