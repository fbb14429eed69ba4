/** What a shortcode looks like: the looks in the order in which they are tried, the most telling first. */
import type { GuessedKind, GuessedValue, ShortcodeGuess } from '../../model/shortcode-study.ts';
import type { Sight } from './guess.ts';
import { settingOf } from './guess.ts';
import { admonition, card, container, details, grouped, tab, tabs } from './boxes.ts';
import { badge, bare, icon, included, link, wrapped } from './lines.ts';
import { kindByName } from './words.ts';
import { code, drawing, embed, formula, gallery, picture, recording } from './media.ts';

const LOOKS = [
  bare,
  details,
  drawing,
  formula,
  code,
  embed,
  recording,
  tab,
  tabs,
  gallery,
  admonition,
  grouped,
  card,
  picture,
  icon,
  badge,
  link,
  included,
  container,
  wrapped,
] as const;

/** The look that fits and that the shortcode's name speaks of too; else the first that fits. */
export function lookAt(sight: Sight): ShortcodeGuess | undefined {
  const found = LOOKS.flatMap((look) => look(sight) ?? []);
  const named = kindByName(sight.name);
  const best = found.find(({ as }) => as === named) ?? found[0];
  const instead = settingOf(sight.facts.insteadOfInner[0]);
  const { cut } = sight.facts;
  const settings =
    best && cut !== undefined && SETS.includes(best.as)
      ? { ...best.settings, children: literalOf(cut) }
      : best?.settings;
  return best && settings && { ...best, settings, ...(instead && !best.instead && { instead }) };
}

/** What consists of parts. */
const SETS: readonly GuessedKind[] = ['tabs', 'steps', 'cards', 'columns'];

const literalOf = (value: string): GuessedValue => ({ type: 'literal', value });
