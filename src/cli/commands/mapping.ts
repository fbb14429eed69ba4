/** `decant mapping`: what a mapping says, and what it does for a site. */
import { join, resolve } from 'node:path';
import type { RuleInfo } from '../../mapping/explain.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import type { ShortcodeUse } from '../../model/inventory.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { SharedOptions } from '../options.ts';
import { compareDiagnostics } from '../../diagnostics/diagnostic.ts';
import { explainRule, listRules } from '../../mapping/explain.ts';
import { nearest } from '../../mapping/load/nearest.ts';
import { KINDS, KIND_NAMES } from '../../mapping/kinds.ts';
import { checkMapping } from '../../pipeline/check-mapping.ts';
import { readMapping, shippedMappings } from '../../pipeline/read-mapping.ts';
import { runExamples } from '../../pipeline/run-examples.ts';
import { jsonFindings } from '../../report/json.ts';
import { prettyCoverage } from '../../report/mapping/coverage.ts';
import { prettyExamples } from '../../report/mapping/examples.ts';
import { prettyExplanation, prettyShipment } from '../../report/mapping/rules.ts';
import { prettyDiagnostics } from '../../report/pretty.ts';
import { EXIT, UsageError, findingsCode } from '../exit-code.ts';
import { paintFor } from '../terminal.ts';
import { findSite } from '../find-site.ts';
import { configForCommand, mappingForCommand, siteForCommand } from './open.ts';

type MappingFlags = SharedOptions & { readonly site?: string };

async function open(given: MappingFlags) {
  const folder = given.site ?? '.';
  const read = configForCommand(given, folder);
  const mapping = await mappingForCommand(given, read);
  const dir = given.site ?? read.config.site ?? '.';
  const target: TargetName = given.to ?? read.config.target?.[0] ?? 'mdx';
  // A mapping can be looked at without a site; a folder that the user named must be one.
  const isSite = given.site !== undefined || findSite(join(dir, 'x')) === resolve(dir);
  return { config: read.config, mapping, target, dir, isSite };
}

/** Findings in the mapping itself, and what it does for the site. */
export async function check(given: MappingFlags): Promise<void> {
  const { config, mapping, target, dir, isSite } = await open(given);
  const opened = isSite ? await siteForCommand(dir, given, { config, mapping }) : undefined;
  const found = opened && (await checkMapping(opened, { mapping, target }));
  const diagnostics = [...mapping.diagnostics, ...(found?.diagnostics ?? [])].toSorted(compareDiagnostics);
  const paint = paintFor(process.stdout);
  if (given.reporter === 'json') process.stdout.write(jsonFindings(diagnostics));
  else {
    const sourceOf = (file: string): string | undefined => mapping.sourceOf(file) ?? opened?.read(file);
    process.stdout.write(prettyDiagnostics(diagnostics, { paint, sourceOf, all: given.all ?? false }));
    process.stdout.write(
      found
        ? prettyCoverage({ ...found, shortcodes: found.inventory.shortcodes }, placesIn(mapping.mapping, target), paint)
        : 'there is no site here: the mapping alone was checked\n',
    );
  }
  process.exitCode = findingsCode(diagnostics, given.strict ?? false);
}

/** Runs the examples of the mapping's own files, or of the mappings that were named. */
export async function test(given: MappingFlags): Promise<void> {
  const { mapping } = await open(given);
  const named = new Set(given.mapping ?? []);
  const shipped = new Map(Object.entries(shippedMappings()).map(([name, file]) => [file, name]));
  const isWanted = (file: string): boolean => named.has(shipped.get(file) ?? '') || !shipped.has(file);
  const examples = mapping.mapping.examples.filter(({ file }) => isWanted(file));
  if (examples.length === 0) {
    throw new UsageError('the mapping has no examples', 'write some: examples: [{ source: …, expect: { mdx: … } }]');
  }
  const { results, diagnostics } = await runExamples(mapping, examples);
  process.stdout.write(
    given.reporter === 'json' ? jsonFindings(diagnostics) : prettyExamples(results, paintFor(process.stdout)),
  );
  process.exitCode = diagnostics.length > 0 ? EXIT.findings : EXIT.clean;
}

/** The mappings that decant ships, and the kinds of rules. */
export function list(): void {
  const mappings = Object.entries(shippedMappings()).map(([name, file]) => {
    const rules = listRules(readMapping({ files: [name] }).mapping, 'mdx');
    const own = rules.filter(({ table, id }) => table === 'shortcodes' && id.startsWith(`${file}#`));
    return { name, shortcodes: [...new Set(own.map((rule) => rule.name))] };
  });
  const kinds = KIND_NAMES.map((name) => ({ name, about: KINDS[name].about }));
  process.stdout.write(prettyShipment({ mappings, kinds }, paintFor(process.stdout)));
}

/** What becomes of a shortcode, a front matter key or a language of code, and which rules say so. */
export async function explain(name: string, given: MappingFlags): Promise<void> {
  const { config, mapping, target, dir, isSite } = await open(given);
  const opened = isSite ? await siteForCommand(dir, given, { config, mapping }) : undefined;
  const found = opened && (await checkMapping(opened, { mapping, target }));
  const wanted = name.toLowerCase();
  const use = found?.inventory.shortcodes.find((shortcode) => shortcode.name.toLowerCase() === wanted);
  const explained = explainRule(mapping.mapping, name, target);
  if (!explained && !use) {
    const known = [
      ...(found?.inventory.shortcodes ?? []).map((shortcode) => shortcode.name),
      ...listRules(mapping.mapping, target).map((rule) => rule.name),
    ];
    const near = nearest(name, known);
    const hint = near === undefined ? 'decant mapping list shows what is mapped' : `did you mean ${near}?`;
    throw new UsageError(`no rule speaks of ${name}`, hint);
  }
  const about = explained ?? { name, rules: [], replaced: [], otherwise: policyOf(use) };
  process.stdout.write(
    prettyExplanation({ ...about, ...(use && { use }) }, placesIn(mapping.mapping, target), paintFor(process.stdout)),
  );
}

const policyOf = (use: ShortcodeUse | undefined): string => use?.rules.at(-1)?.as ?? 'component';

/** `decant.yaml:12` for the id of a rule. */
function placesIn(mapping: Mapping, target: string): (id: string) => string {
  const rules: readonly RuleInfo[] = listRules(mapping, target);
  const lines = new Map(rules.map(({ id, line }) => [id, line]));
  return (id) => {
    const line = lines.get(id);
    const file = id.slice(0, id.indexOf('#'));
    return line === undefined ? id : `${file}:${line}`;
  };
}
