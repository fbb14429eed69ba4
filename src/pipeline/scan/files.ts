/** Shortcodes whose argument names files of the site: they take in what the files hold. */
import type { GuessedValue, ShortcodeGuess } from '../../model/shortcode-study.ts';
import type { OpenedSite } from '../open-site.ts';
import type { CallCounts } from './calls.ts';
import { countBy } from './tally.ts';
import { createReferenceLookup } from '../../passes/references.ts';

/** What stands around an argument in the path of the file that it names. */
interface Frame {
  readonly before: string;
  readonly after: string;
}

/** Files that are read as a part of the page; others are shown as they are. */
const PAGES = ['.md', '.markdown', '.html', '.htm'];
const PICTURES = ['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.avif', '.mp4', '.webm'];

/** Fewer words than these may all be names of files by chance. */
const MIN_WORDS = 3;

/** Looks for files that the values of an argument name, of one of `names` where they are given. */
export type FileGuess = (use: CallCounts, names?: readonly string[]) => ShortcodeGuess | undefined;

/** Makes the search for a site; the paths of its files are listed the first time that one is asked for. */
export function createFileGuess(opened: OpenedSite): FileGuess {
  let known: readonly string[] | undefined;
  return (use, names) => {
    const hasOwnText = use.bodies.paired > 0 || use.arguments.some(({ name }) => OWN_TEXTS.has(name.toLowerCase()));
    // What has a text of its own, as a button has, leads to the file.
    if (!names && hasOwnText) return undefined;
    known ??= pathsOf(opened);
    for (const { name } of use.arguments) {
      if (names && !names.includes(name)) continue;
      const values = use.valuesOf(name);
      const isPath = values.every((value) => value.includes('/') || value.includes('.'));
      // A word may be the name of a file by chance; a path, or several words, hardly.
      if (values.length < (isPath ? 1 : MIN_WORDS)) continue;
      const frame = frameBeside(use.besideOf(name), known) ?? commonFrame(values, known, opened);
      if (frame) return guessOf(name, frame, values, use);
      const folders = foldersOf(values, use.besideOf(name), known, opened);
      if (folders) return inFolders(name, folders, values[0] ?? '');
    }
    return undefined;
  };
}

/** Whether the values of a setting's argument name pages, as `.GetPage` looks them up from where the shortcode stands first. */
export function createPageCheck({ site }: OpenedSite): (use: CallCounts, setting: GuessedValue) => boolean {
  const lookUp = createReferenceLookup(site.pages, site.generated);
  return (use, setting) => {
    const from = site.pages.find(({ file }) => file === use.first.file);
    if (setting.type !== 'argument' || !from) return false;
    const values = setting.names.flatMap((name) => use.valuesOf(name));
    const there = values.filter((value) => lookUp(value, from).found === 'page');
    return there.length > 0 && there.length >= values.length * MOST;
  };
}

const OWN_TEXTS: ReadonlySet<string> = new Set(['label', 'text', 'title']);

const pathsOf = ({ site }: OpenedSite): readonly string[] => [
  ...new Set([...site.pages.map(({ file }) => file), ...site.staticFiles.map(({ file }) => file)]),
];

/** Of this share of files that are called for the others may be missing: what the calls are for is plain. */
const MOST = 0.8;

/** Files beside the pages: the path is the value. */
function frameBeside(paths: readonly string[], known: readonly string[]): Frame | undefined {
  const there = paths.filter((path) => isThere(path, known));
  return there.length > 0 && there.length >= paths.length * MOST ? { before: './', after: '' } : undefined;
}

/** Whether there is a file at a path, or a page whose ending it leaves out. */
function isThere(path: string, known: readonly string[]): boolean {
  const plain = path.replaceAll('/./', '/');
  return known.includes(plain) || known.includes(`${plain}.md`);
}

/** Two folders: files of the pages' own, and those of all pages. */
function foldersOf(
  values: readonly string[],
  beside: readonly string[],
  known: readonly string[],
  opened: OpenedSite,
): readonly string[] | undefined {
  const there = beside.filter((path) => isThere(path, known));
  const rest = values.filter((value) => !there.some((path) => path.endsWith(`/${value}`)));
  const frame = rest.length < values.length ? commonFrame(rest, known, opened) : undefined;
  return frame?.after === '' ? [frame.before.replace(/\/$/, ''), '.'] : undefined;
}

function inFolders(name: string, folders: readonly string[], sample: string): ShortcodeGuess | undefined {
  if (!PAGES.some((end) => sample.endsWith(end))) return undefined;
  const evidence = [`its argument ${name} names files in ${folders[0] ?? ''} and beside the page`];
  const path: GuessedValue = { type: 'argument', names: [name], of: 'call' };
  return { as: 'include', basis: 'name', evidence, settings: { path, in: { type: 'lookup', paths: folders } } };
}

/** The one way in which all values lead to files; of several the default language's, then the shortest. */
function commonFrame(samples: readonly string[], paths: readonly string[], { site }: OpenedSite): Frame | undefined {
  let frames: readonly Frame[] | undefined;
  for (const sample of samples) {
    const found = framesOf(sample, paths);
    frames = frames?.filter((frame) => found.some((other) => isSame(frame, other))) ?? found;
    if (frames.length === 0) return undefined;
  }
  const inDefault = ({ before }: Frame): number => Number(`${before}/`.includes(`/${site.defaultLanguage}/`));
  return frames?.toSorted((a, b) => inDefault(b) - inDefault(a) || a.before.length - b.before.length)[0];
}

const isSame = (a: Frame, b: Frame): boolean => a.before === b.before && a.after === b.after;

/** A path from the root is one without the slash: two slashes are one. */
const withoutSlash = (path: string): string => (path.startsWith('/') ? path.slice(1) : path);

function framesOf(sample: string, paths: readonly string[]): Frame[] {
  const frames: Frame[] = [];
  for (const path of paths) {
    for (const after of ['', ...PAGES]) {
      const whole = withoutSlash(sample) + after;
      if (!path.endsWith(whole)) continue;
      const before = path.slice(0, path.length - whole.length);
      if (before === '' || before.endsWith('/')) frames.push({ before, after });
    }
  }
  return frames;
}

function guessOf(
  name: string,
  { before, after }: Frame,
  values: readonly string[],
  use: CallCounts,
): ShortcodeGuess | undefined {
  const sample = mostAlike(values);
  const path = `${before.replaceAll('$', '$$$$')}\${${name}}${after}`;
  const evidence = [`its argument ${name} names files, as ${before}${withoutSlash(sample)}${after}`];
  const file = sample + after;
  if (PICTURES.some((end) => file.endsWith(end))) return undefined;
  if (PAGES.some((end) => file.endsWith(end))) {
    return { as: 'include', basis: 'name', evidence, settings: { path: { type: 'template', template: path } } };
  }
  const lang = use.arguments.find((argument) => ['lang', 'language', 'syntax'].includes(argument.name.toLowerCase()));
  const language: GuessedValue | undefined = lang && { type: 'argument', names: [lang.name], of: 'call' };
  const value: GuessedValue = { type: 'file', path };
  return { as: 'code', basis: 'name', evidence, settings: { value, ...(language && { lang: language }) } };
}

/** A path with the ending that most of them have. */
function mostAlike(paths: readonly string[]): string {
  const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
  const counts = countBy(paths.map(endingOf));
  const [most] = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return paths.find((path) => endingOf(path) === most?.[0]) ?? '';
}
