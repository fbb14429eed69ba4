/** Mappings and their rules, for people: `decant mapping list` and `decant mapping explain`. */
import type { ShortcodeUse } from '../../model/inventory.ts';
import type { Paint } from '../pretty.ts';
import type { PlaceOfRule } from './coverage.ts';
import { printTable } from '../inventory/pretty.ts';

/** What decant ships and knows. */
export interface Shipment {
  readonly mappings: readonly { readonly name: string; readonly shortcodes: readonly string[] }[];
  readonly kinds: readonly { readonly name: string; readonly about: string }[];
}

/** The mappings that come with decant, and the kinds that a rule can make. */
export function prettyShipment({ mappings, kinds }: Shipment, paint: Paint): string {
  const rows = mappings.map(({ name, shortcodes }) => [name, String(shortcodes.length), shortcodes.join(' ')]);
  const shipped = printTable(
    { title: 'Mappings, for extends:', columns: ['name', 'shortcodes', ''], numbers: [1], rows },
    paint,
  );
  const width = Math.max(...kinds.map(({ name }) => name.length));
  const lines = kinds.map(({ name, about }) => `${name.padEnd(width)}  ${about}\n`);
  return `${shipped}\n${paint('bold', 'Kinds, for as:')}\n${lines.join('')}`;
}

interface ExplainedRule {
  readonly table: string;
  readonly id: string;
  readonly as: string;
  readonly when: string;
}

/** What becomes of one name, and why. */
export interface Explained {
  readonly name: string;
  readonly rules: readonly ExplainedRule[];
  readonly replaced: readonly ExplainedRule[];
  readonly facts?: { readonly takesInner: boolean; readonly inner: string; readonly markdownInner?: string };
  readonly otherwise: string;
  /** The calls on a site, where there is one. */
  readonly use?: ShortcodeUse;
}

/** The rules for a name in the order in which they are tried, with their places, and what the site has of it. */
export function prettyExplanation(explained: Explained, placeOf: PlaceOfRule, paint: Paint): string {
  const { name, rules, replaced, facts, otherwise, use } = explained;
  const calls = new Map(use?.rules.map(({ id, calls: count }) => [id, count]));
  const describe = ({ table, id, as, when }: ExplainedRule): string => {
    const count = use && table === 'shortcodes' ? `, ${calls.get(id) ?? 0} calls` : '';
    return `${placeOf(id)}  ${paint('bold', as)}${table === 'shortcodes' ? '' : ` (${table})`}${when === '' ? '' : `, when ${when}`}${count}`;
  };
  const lines = [
    paint('bold', name),
    ...rules.map((rule, at) => `${rules.length > 1 ? `${at + 1}. ` : ''}${describe(rule)}`),
    ...replaced.map((rule) => paint('dim', `replaced: ${describe(rule)}`)),
    ...(facts ? [innerInWords(facts)] : []),
    `a call that no rule takes: ${otherwise}`,
    ...(use ? [useInWords(use)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function innerInWords({ takesInner, inner, markdownInner }: NonNullable<Explained['facts']>): string {
  if (!takesInner) return 'takes no inner text';
  return `inner text is read as ${inner}${markdownInner === undefined ? '' : `, between {{% %}} as ${markdownInner}`}`;
}

function useInWords({ calls, pages, first, arguments: given, template }: ShortcodeUse): string {
  const names = given.map(({ name, count, samples }) => `${name} ×${count} (${samples.slice(0, 3).join(', ')})`);
  return [
    `on the site: ${calls} calls on ${pages} pages, first in ${first.file}:${first.line}`,
    ...(template === undefined ? [] : [`template: ${template}`]),
    ...(names.length > 0 ? [`arguments: ${names.join('; ')}`] : []),
  ].join('\n');
}
