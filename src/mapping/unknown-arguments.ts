import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import type { ShortcodeUse } from '../model/inventory.ts';
import { argumentNames } from './argument-names.ts';
import { meant } from './load/report-problems.ts';
import type { Mapping, Rule } from './mapping.ts';
import { resolveRules } from './resolve.ts';

/**
 * Arguments that rules for a target speak of, and that neither a call on the site nor the shortcode's template knows. Files
 * that `isOwn` refuses are left out: a shipped mapping knows what other sites write.
 */
export function unknownArguments(
  mapping: Mapping,
  target: string,
  shortcodes: readonly ShortcodeUse[],
  isOwn: (file: string) => boolean,
): Diagnostic[] {
  const files = mapping.layers.map(({ file }) => file).filter(isOwn);
  const uses = new Map(shortcodes.map((use) => [use.name.toLowerCase(), use]));
  const rules = resolveRules(mapping, target).shortcodes;
  return [...rules].flatMap(([name, tried]) => {
    const use = uses.get(name);
    return tried.flatMap(({ rule }) => {
      const file = files.find((own) => rule.id.startsWith(`${own}#`));
      if (file === undefined || !use) return [];
      return unknownTo(rule, use, uses).map((facts) =>
        createDiagnostic('mapping-unknown-argument', facts, { file, place: rule.place }),
      );
    });
  });
}

function unknownTo(rule: Rule, use: ShortcodeUse, uses: ReadonlyMap<string, ShortcodeUse>) {
  const parents = Object.keys(use.parents).flatMap((name) => uses.get(name) ?? []);
  const scopes = {
    call: { name: use.name, known: knownArguments([use]) },
    parent: { name: parents.map(({ name }) => name).join('” or “'), known: knownArguments(parents) },
  };
  const facts = new Map<string, { name: string; argument: string; known: readonly string[]; nearest?: string }>();
  for (const { names, of } of argumentNames(rule)) {
    const { name, known } = scopes[of];
    const [argument] = names;
    if (argument === undefined || name === '' || names.some((one) => known.includes(one))) continue;
    facts.set(`${of} ${argument}`, { name, argument, known, ...meant(argument, known) });
  }
  return [...facts.values()];
}

/** What calls have and templates know. */
const knownArguments = (uses: readonly ShortcodeUse[]): readonly string[] => [
  ...new Set(
    uses.flatMap((use) => [
      ...use.arguments.map(({ name }) => name),
      ...use.study.arguments.flatMap(({ names }) => names),
    ]),
  ),
];
