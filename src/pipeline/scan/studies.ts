/** What is known of each shortcode that a site uses, before any mapping speaks: from its template, else from its calls. */
import type { ShortcodeStudy, StudiedArgument } from '../../model/shortcode-study.ts';
import type { OpenedSite } from '../open-site.ts';
import type { CallCounts } from './calls.ts';
import { createFileGuess, createPageCheck } from './files.ts';
import { createValueGuess } from './values.ts';
import { guessVariable } from './variables.ts';
import { isGuessedValue } from '../../model/shortcode-study.ts';
import { guess as guessed } from '../../template/study/guess.ts';
import { templateFile } from '../../reader/site/shortcodes/find-templates.ts';
import { guessByNesting } from '../../template/study/guess-by-nesting.ts';
import {
  guessBesideTemplate,
  guessByUse,
  type Nesting,
  type UsedShortcode,
} from '../../template/study/guess-by-use.ts';
import { FITS } from '../../template/study/fits.ts';
import { studyTemplates } from '../../template/study/study-template.ts';

/** Studies the templates of a site and returns what is known of a shortcode, given how it and the others are used. */
export function createStudies(opened: OpenedSite, counts: readonly CallCounts[]): (use: CallCounts) => ShortcodeStudy {
  const { site, templates, read } = opened;
  const texts = templates.shortcodes.flatMap(({ name, file }) => {
    const text = read(file);
    return text === undefined ? [] : [{ name, file, text }];
  });
  const studied = studyTemplates(texts, (path) => {
    const file = templateFile(templates, path);
    return file === undefined ? undefined : read(file);
  });
  const tabsIn = (name: string): readonly string[] => {
    const inside = counts.filter(({ parents }) => Object.hasOwn(parents, name));
    const areTabs = inside.every((one) => studied.get(one.name.toLowerCase())?.guess?.as === 'tab');
    return areTabs ? inside.map((one) => one.name) : [];
  };
  const valueOf = createValueGuess(opened);
  const takenIn = { filesOf: createFileGuess(opened), namesPages: createPageCheck(opened) };
  return (use) => {
    const name = use.name.toLowerCase();
    const known = studied.get(name);
    const fact = site.shortcodes.get(name);
    const { arguments: args, takesInner, ...rest } = usedAs(use, fact?.takesInner === true);
    const used = { arguments: args, takesInner, ...rest, nesting: nestingOf(use, counts) };
    if (known) {
      const told = withTabs(known, use, tabsIn);
      const guess = told.guess ?? guessBesideTemplate(name, used);
      return withFiles({ ...told, ...(guess && { guess }) }, use, takenIn);
    }
    const guess = guessByUse(name, used) ?? (takesInner ? undefined : (valueOf(use) ?? guessVariable(use)));
    const study: ShortcodeStudy = {
      name,
      learnedFrom: fact?.learnedFrom ?? 'content',
      inner: [],
      arguments: args,
      ...(guess && { guess }),
    };
    return withFiles(study, use, takenIn);
  };
}

/** A shortcode as its calls show it. */
const usedAs = (use: CallCounts, takesInner: boolean): Omit<UsedShortcode, 'nesting'> => ({
  arguments: use.arguments.map((argument) => fromUse(argument, use.calls)),
  takesInner: takesInner || use.bodies.paired > 0,
  samples: ({ names }) =>
    use.arguments.filter((argument) => names.includes(argument.name)).flatMap((argument) => argument.samples),
});

function nestingOf(use: CallCounts, counts: readonly CallCounts[]): Nesting {
  const inside = counts.filter(({ parents }) => Object.hasOwn(parents, use.name.toLowerCase()));
  return {
    ...standing(use),
    holds: inside.map(({ name }) => name),
    holdsTabs: inside.length > 0 && inside.every(isTab),
  };
}

/** Whether a shortcode is a tab by its calls and by what is around them. */
function isTab(use: CallCounts): boolean {
  const nesting: Nesting = { ...standing(use), holds: [], holdsTabs: false };
  return guessByNesting({ ...usedAs(use, false), nesting })?.as === 'tab';
}

function standing({ parents, calls, fences }: CallCounts): Pick<Nesting, 'within' | 'fences'> {
  const [within, ...others] = Object.keys(parents);
  const isAlways = within !== undefined && others.length === 0 && parents[within] === calls;
  return { ...(isAlways && { within }), fences };
}

/** A template without a look of its own, of a shortcode that holds nothing but tabs: they hand their content up to it. */
function withTabs(study: ShortcodeStudy, use: CallCounts, tabsIn: (name: string) => readonly string[]): ShortcodeStudy {
  const holds = study.guess ? [] : tabsIn(study.name);
  if (holds.length === 0) return study;
  const settings = FITS.tabs?.({ ...usedAs(use, true), arguments: study.arguments }, 'tabs');
  return { ...study, guess: guessed('tabs', [`what it holds, ${holds.join(', ')}`], settings) };
}

interface TakenIn {
  readonly filesOf: ReturnType<typeof createFileGuess>;
  readonly namesPages: ReturnType<typeof createPageCheck>;
}

/** What takes in files or pages must name some that are there: where they are, the calls show. */
function withFiles(study: ShortcodeStudy, use: CallCounts, { filesOf, namesPages }: TakenIn): ShortcodeStudy {
  const { guess, ...rest } = study;
  if (guess?.instead?.type === 'argument') {
    const insteadFile = filesOf(use, guess.instead.names);
    return insteadFile ? { ...study, guess: { ...guess, insteadFile } } : study;
  }
  const isCode = guess?.as === 'code' && 'value' in guess.settings;
  if (guess && guess.as !== 'include' && !isCode) return study;
  const path = guess?.settings['path'];
  // What stands in the mapping names its file itself.
  if (path?.type === 'literal') return study;
  const found = study.inner.length === 0 ? filesOf(use) : undefined;
  if (found) {
    const evidence = [...(guess?.evidence ?? []), ...found.evidence];
    return { ...rest, guess: guess ? { ...found, basis: guess.basis, evidence } : found };
  }
  // Code whose file is not at hand is code all the same.
  return isCode || (isGuessedValue(path) && namesPages(use, path)) ? study : rest;
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
