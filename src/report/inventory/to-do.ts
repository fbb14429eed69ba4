/** What a person still has to decide before a site converts well. */
import type { FieldUse, Inventory, ShortcodeUse } from '../../model/inventory.ts';
import { describeRisk } from './risks.ts';

export interface ToDo {
  readonly effort: Effort;
  readonly text: string;
}

type Effort = keyof typeof EFFORTS;

/** From a glance to an afternoon. */
export const EFFORTS = {
  confirm: 'Confirm: a minute each',
  decide: 'Decide: a few minutes each',
  write: 'Write or mend: an hour or more',
} as const;

/** The decisions that are left, the small ones first and among these the most frequent. */
export function toDos(inventory: Inventory): readonly ToDo[] {
  return [
    ...inventory.shortcodes.flatMap(forShortcode),
    ...forFields(inventory.frontMatter),
    ...inventory.themes.flatMap(({ name, isAtHand, mapping }): ToDo[] =>
      isAtHand || name === '' || mapping !== undefined
        ? []
        : [
            {
              effort: 'decide',
              text: `put the theme “${name}” into themes/, so that its templates say what its shortcodes do`,
            },
          ],
    ),
    ...inventory.risks.flatMap((risk): ToDo[] => {
      if (risk.kind === 'omitted-html')
        return [
          { effort: 'decide', text: `${countOf(risk.count, 'piece')} of ${describeRisk(risk)}${at(risk.first)}` },
        ];
      if (risk.kind === 'hidden-pages')
        return [
          {
            effort: 'decide',
            text: `${countOf(risk.count, 'page')} that Hugo does not build (${risk.subject ?? ''}): leave out, or pass --drafts, --future or --expired`,
          },
        ];
      return risk.kind === 'finding'
        ? [{ effort: 'write', text: `${countOf(risk.count, 'finding')} ${risk.subject ?? ''}${at(risk.first)}` }]
        : [];
    }),
  ];
}

function forShortcode(use: ShortcodeUse): ToDo[] {
  const open = use.rules.find(({ id }) => id === 'unmapped');
  const component = use.rules.find(({ id, as }) => id !== 'unmapped' && as === 'component');
  const calls = `${countOf(open?.calls ?? component?.calls ?? 0, 'call')}${at(use.first)}`;
  if (!open) return component ? [{ effort: 'write', text: `a component for “${use.name}”: ${calls}` }] : [];
  const { guess } = use.study;
  if (!guess && use.arguments.length === 0 && use.bodies.paired === 0) {
    return [{ effort: 'decide', text: `what “${use.name}” stands for, which has no arguments: ${calls}` }];
  }
  if (!guess) {
    const given = use.arguments.map(({ name }) => name).join(', ');
    const what = given === '' ? '' : `, with ${given}`;
    return [{ effort: 'write', text: `what “${use.name}” means: ${calls}${what}` }];
  }
  const text = `“${use.name}” looks like ${guess.as} (${guess.evidence.join(', ')}): ${calls}`;
  return [{ effort: guess.basis === 'form' ? 'confirm' : 'decide', text }];
}

/** Keys by which Hugo builds the page, not what the page says: there is nothing to decide about them. */
const HUGO_KEYS = new Set(
  '_build build cascade headless iscjklanguage markup menu menus outputs params resources sitemap translationkey type'.split(
    ' ',
  ),
);

function forFields(fields: readonly FieldUse[]): ToDo[] {
  const open = fields
    .filter(({ rule, key }) => rule === undefined && !HUGO_KEYS.has(key.toLowerCase()))
    .map(({ key }) => key);
  return [
    ...(open.length > 0
      ? [
          {
            effort: 'decide',
            text: `keep, rename or drop ${countOf(open.length, 'front matter key')}: ${open.join(', ')}`,
          } as const,
        ]
      : []),
    ...fields
      .filter(({ conflict }) => conflict)
      .map(({ key, types, first }): ToDo => {
        const found = Object.entries(types).map(([type, times]) => `${type} ${times}×`);
        return {
          effort: 'write',
          text: `values of one kind for the key “${key}”, which is ${found.join(', ')}${at(first)}`,
        };
      }),
  ];
}

/** `1 page`, `2 pages` */
export const countOf = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const at = (place: { readonly file: string; readonly line: number } | undefined): string =>
  place ? `, first ${place.file}:${place.line}` : '';

/** The decisions as a checklist in Markdown. */
export function printToDos(inventory: Inventory): string {
  const items = toDos(inventory);
  if (items.length === 0) return 'Nothing left to decide.\n';
  return Object.entries(EFFORTS)
    .map(([effort, title]) => ({ title, own: items.filter((item) => item.effort === effort) }))
    .filter(({ own }) => own.length > 0)
    .map(({ title, own }) => `${title}\n\n${own.map(({ text }) => `- [ ] ${text}\n`).join('')}`)
    .join('\n');
}
