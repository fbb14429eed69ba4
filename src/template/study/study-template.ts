/** Everything that a shortcode's template shows of it. */
import type { ShortcodeStudy } from '../../model/shortcode-study.ts';
import type { ShortcodeTemplate } from '../shortcode-facts.ts';
import { createTemplateStore } from '../templates.ts';
import { guessByName } from './guess-by-use.ts';
import { lookAt } from './look.ts';
import { readMarkup, showsInner } from './markup.ts';
import { runTemplate } from './run.ts';

/**
 * Studies the templates of shortcodes, by name: of several for one name the first counts. `readTemplate` finds partials and
 * other templates that are called by their paths.
 *
 * @example
 * studyTemplates([{ name: 'tip', file, text: '<aside class="tip">{{ .Inner | markdownify }}</aside>' }], () => undefined);
 * // tip: an admonition, from its class
 */
export function studyTemplates(
  templates: readonly ShortcodeTemplate[],
  readTemplate: (path: string) => string | undefined,
): ReadonlyMap<string, ShortcodeStudy> {
  const store = createTemplateStore(readTemplate);
  const parsed = templates.map(({ name, text }) => ({ name, nodes: store.add(text).nodes }));
  const studies = new Map<string, ShortcodeStudy>();
  for (const { name, nodes } of parsed) {
    if (studies.has(name)) continue;
    const { parts, facts } = runTemplate(nodes, store);
    const markup = readMarkup(parts);
    const shows = markup.roots.some(showsInner);
    const args = facts.arguments();
    const found = lookAt({ name, markup, facts, arguments: args, showsInner: shows, inner: facts.inner });
    const guess = found ?? guessByName(name, { arguments: args, takesInner: facts.inner.size > 0 });
    studies.set(name, {
      name,
      learnedFrom: 'template',
      inner: [...facts.inner].toSorted(),
      arguments: args,
      ...(guess && { guess }),
    });
  }
  return studies;
}
