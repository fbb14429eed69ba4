/** What is known of each shortcode that a site uses, before any mapping speaks: from its template, else from its calls. */
import type { ShortcodeStudy, StudiedArgument } from '../../model/shortcode-study.ts';
import type { OpenedSite } from '../open-site.ts';
import type { CallCounts } from './calls.ts';
import { templateFile } from '../../reader/site/shortcodes/find-templates.ts';
import { guessByName } from '../../template/study/guess-by-name.ts';
import { studyTemplates } from '../../template/study/study-template.ts';

/** Studies the templates of a site and returns what is known of a shortcode, given how it is used. */
export function createStudies({ site, templates, read }: OpenedSite): (use: CallCounts) => ShortcodeStudy {
  const texts = templates.shortcodes.flatMap(({ name, file }) => {
    const text = read(file);
    return text === undefined ? [] : [{ name, file, text }];
  });
  const studied = studyTemplates(texts, (path) => {
    const file = templateFile(templates, path);
    return file === undefined ? undefined : read(file);
  });
  return (use) => {
    const name = use.name.toLowerCase();
    const known = studied.get(name);
    if (known) return known;
    const args = use.arguments.map((argument) => fromUse(argument, use.calls));
    const fact = site.shortcodes.get(name);
    const takesInner = use.bodies.paired > 0 || fact?.takesInner === true;
    const guess = guessByName(name, { arguments: args, takesInner });
    return {
      name,
      learnedFrom: fact?.learnedFrom ?? 'content',
      inner: [],
      arguments: args,
      ...(guess && { guess }),
    };
  };
}

/** A position beyond these is no choice among a few words. */
const MAX_VALUES = 12;

function fromUse(
  { name, count, types, samples, distinct }: CallCounts['arguments'][number],
  calls: number,
): StudiedArgument {
  const total = Object.values(types).reduce((sum, one) => sum + one, 0);
  const type = types.boolean === total ? 'boolean' : types.number === total ? 'number' : 'text';
  return {
    names: [name],
    type,
    required: count === calls,
    values: type === 'text' && distinct <= Math.min(MAX_VALUES, samples.length) && count > distinct ? samples : [],
  };
}
