/** Everything that a shortcode's template shows of it. */
import { type ShortcodeGuess, type ShortcodeStudy, isGuessedValue } from '../../model/shortcode-study.ts';
import type { ShortcodeTemplate } from '../shortcode-facts.ts';
import type { Part } from './value.ts';
import { printedText } from '../printed-text.ts';
import { createTemplateStore } from '../templates.ts';
import { guessByName } from './guess-by-use.ts';
import { lookAt } from './look.ts';
import type { Markup, MarkupNode } from './markup.ts';
import { guess as guessed } from './guess.ts';
import { isElement, readMarkup, showsInner } from './markup.ts';
import { runTemplate } from './run.ts';
import { argumentsOf, namesIn } from './value.ts';

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
  const parsed = templates.map((template) => ({ ...template, nodes: store.add(template.text).nodes }));
  const studies = new Map<string, ShortcodeStudy>();
  for (const { name, file, text, nodes } of parsed) {
    if (studies.has(name)) continue;
    const { parts, facts } = runTemplate(nodes, store);
    const markup = readMarkup(parts);
    const shows = markup.roots.some(showsInner);
    const ids = onlyIds(markup);
    const args = facts
      .arguments()
      .map((argument) =>
        argument.names.some((one) => ids.has(one)) ? { ...argument, isId: true as const } : argument,
      );
    const found = lookAt({ name, markup, facts, arguments: args, showsInner: shows, inner: facts.inner });
    const named = found ? undefined : guessByName(name, { arguments: args, takesInner: facts.mentionsInner });
    // A name is trusted as far as it speaks of all that readers see.
    const guess =
      (found?.as === 'text' ? undefined : found) ??
      fixedText(file, printedText(text), markup) ??
      found ??
      (named && showsAll(named, markup.roots.flatMap(seenIn)) ? named : undefined);
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

/** The values and texts that readers see. */
const seenIn = (node: MarkupNode): readonly Part[] =>
  !isElement(node) ? [node] : UNSEEN.has(node.tagName) ? [] : node.children.flatMap(seenIn);

const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** Attributes that tie elements together. */
const TIES: ReadonlySet<string> = new Set([
  'id',
  'for',
  'aria-controls',
  'aria-labelledby',
  'data-target',
  'data-bs-target',
]);

/** The arguments that come out in ids, in what refers to ids and in scripts, and nowhere else. */
function onlyIds({ roots, elements }: Markup): ReadonlySet<string> {
  const tied = new Set<string>();
  const others = new Set(namesIn(roots.flatMap(seenIn)));
  for (const element of elements) {
    for (const [name, parts] of element.attributes) {
      const isTie = TIES.has(name) || isInnerLink(name, parts) || (name === 'name' && element.tagName === 'input');
      for (const argument of namesIn(parts)) (isTie ? tied : others).add(argument);
    }
  }
  return new Set([...tied].filter((name) => !others.has(name)));
}

const isInnerLink = (name: string, [start]: readonly Part[]): boolean =>
  name === 'href' && typeof start === 'string' && start.startsWith('#');

/** Whether a guess has a place for every argument in what is printed. */
function showsAll({ settings, instead }: ShortcodeGuess, printed: readonly Part[]): boolean {
  const values = [...Object.values(settings).filter(isGuessedValue), ...(instead ? [instead] : [])];
  const taken = new Set(values.flatMap((value) => (value.type === 'argument' ? value.names : [])));
  return printed
    .flatMap((part) => (typeof part === 'string' ? [] : argumentsOf(part)))
    .every(({ names, of }) => of === 'parent' || names.some((name) => taken.has(name)));
}

/** What does something where it stands, or says nothing without its looks. */
const ACTIVE = new Set(['button', 'canvas', 'form', 'input', 'object', 'script', 'style', 'svg']);

/** The same text in every call, which stands in the template's file. A few words are better read in the mapping itself. */
function fixedText(file: string, text: string | undefined, { elements, roots }: Markup): ShortcodeGuess | undefined {
  if (text === undefined || roots.length === 0 || elements.some(({ tagName }) => ACTIVE.has(tagName))) return undefined;
  if (!roots.some(isElement) && !text.trim().includes('\n')) return undefined;
  return guessed('include', ['prints the same text in every call'], { path: { type: 'literal', value: file } });
}
