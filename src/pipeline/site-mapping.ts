/** A mapping as it counts for one site. */
import type { Mapping, Rule } from '../mapping/mapping.ts';
import type { ShortcodeStudy } from '../model/shortcode-study.ts';
import type { OpenedSite } from './open-site.ts';
import { neededArguments } from '../mapping/needed-arguments.ts';
import { withoutHugos } from '../mapping/own-of-hugo.ts';
import { templateFile } from '../reader/site/shortcodes/find-templates.ts';
import { studyTemplates } from '../template/study/study-template.ts';

/** Kinds that one template may be taken for as well as another. */
const ALIKE: readonly (readonly string[])[] = [
  ['figure', 'image'],
  ['reference', 'link'],
  ['value', 'text'],
];

/**
 * Hugo looks for a shortcode among the site's and the theme's templates before its own. Where one of these plainly is something
 * else, the rules for Hugo's own shortcode of that name do not count.
 */
export function mappingForSite(mapping: Mapping, { templates, read }: Pick<OpenedSite, 'templates' | 'read'>): Mapping {
  return withoutHugos(mapping, (name, rules) => {
    const file = templates.shortcodes.find((template) => template.name === name)?.file;
    const text = file === undefined ? undefined : read(file);
    if (file === undefined || text === undefined) return false;
    const studied = studyTemplates([{ name, file, text }], (path) => {
      const partial = templateFile(templates, path);
      return partial === undefined ? undefined : read(partial);
    });
    const study = studied.get(name);
    return study !== undefined && !rules.some((rule) => isLike(rule, study));
  });
}

/** Whether a template takes what a rule needs, and looks like what the rule makes, if it looks like anything. */
function isLike(rule: Rule, { guess, arguments: taken }: ShortcodeStudy): boolean {
  const names = new Set(taken.flatMap((argument) => argument.names));
  const takesAll = neededArguments(rule).every((needed) => needed.some((one) => names.has(one)));
  return takesAll && (guess === undefined || isAlike(rule.as, guess.as));
}

const isAlike = (one: string, other: string): boolean =>
  one === other || ALIKE.some((kinds) => kinds.includes(one) && kinds.includes(other));
