/** Words that say what a thing is, in the names of shortcodes and classes. */
import type { GuessedKind } from '../../model/shortcode-study.ts';

/** Names of call-outs, and the kind of admonition that each is. */
export const ADMONITION_KINDS: Readonly<Record<string, string>> = {
  note: 'note',
  info: 'info',
  information: 'info',
  tip: 'tip',
  hint: 'tip',
  idea: 'tip',
  important: 'important',
  attention: 'important',
  warning: 'warning',
  warn: 'warning',
  caution: 'caution',
  danger: 'danger',
  error: 'danger',
  success: 'success',
};

/** Words for call-outs that do not say which kind. */
const ADMONITION_WORDS =
  'admonition admonitions alert aside callout infobox notes notice notices notification pageinfo'.split(' ');

export const isAdmonitionWord = (word: string): boolean =>
  Object.hasOwn(ADMONITION_KINDS, word) || ADMONITION_WORDS.includes(word);

/** The parts of a name: `td-card-group`, `card_group` and `blocks/card` hold the word card. */
export const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/[^\p{L}\p{N}]+/u);

/** Shortcode names that mean one thing wherever they are used. */
const KIND_BY_NAME: Readonly<Record<string, GuessedKind>> = {
  ...Object.fromEntries([...Object.keys(ADMONITION_KINDS), ...ADMONITION_WORDS].map((word) => [word, 'admonition'])),
  tabs: 'tabs',
  tabset: 'tabs',
  tabpane: 'tabs',
  tabgroup: 'tabs',
  tab: 'tab',
  details: 'details',
  detail: 'details',
  expand: 'details',
  collapse: 'details',
  collapsible: 'details',
  spoiler: 'details',
  toggle: 'details',
  accordion: 'details',
  figure: 'figure',
  fig: 'figure',
  image: 'figure',
  img: 'figure',
  picture: 'figure',
  screenshot: 'figure',
  gallery: 'gallery',
  video: 'video',
  audio: 'audio',
  mermaid: 'diagram',
  plantuml: 'diagram',
  graphviz: 'diagram',
  kroki: 'diagram',
  math: 'math',
  katex: 'math',
  mathjax: 'math',
  latex: 'math',
  button: 'button',
  btn: 'button',
  badge: 'badge',
  label: 'badge',
  pill: 'badge',
  icon: 'icon',
  cards: 'cards',
  cardpane: 'cards',
  cardgrid: 'cards',
  card: 'card',
  steps: 'steps',
  step: 'step',
  columns: 'columns',
  row: 'columns',
  column: 'column',
  col: 'column',
  code: 'code',
  codeblock: 'code',
  codetoggle: 'code',
  codeexample: 'code',
  sourcecode: 'code',
  include: 'include',
  readfile: 'include',
  snippet: 'include',
  link: 'link',
  top: 'link',
  backtotop: 'link',
  toc: 'drop',
  tableofcontents: 'drop',
  rawhtml: 'unwrap',
  html: 'unwrap',
  command: 'code',
  console: 'code',
  terminal: 'code',
  shell: 'code',
  asciinema: 'embed',
  bilibili: 'embed',
  codepen: 'embed',
  codesandbox: 'embed',
  figma: 'embed',
  jsfiddle: 'embed',
  loom: 'embed',
  soundcloud: 'embed',
  spotify: 'embed',
  stackblitz: 'embed',
  quote: 'container',
  blockquote: 'container',
};

/** What the parts of something are called after: a `tab-content` or `tab-pane` is a tab, a `warning-box` a warning. */
const PART_WORDS = ['block', 'body', 'box', 'content', 'item', 'message', 'pane', 'panel'];

/** What holds other things together. */
const WRAPPER_WORDS = ['container', 'wrap', 'wrapper'];

/** The word before one that says nothing of its own: `collapse-content` comes down to collapse. */
export function firstWordOf(name: string): string | undefined {
  const words = wordsOf(name);
  return words.length === 2 && PART_WORDS.includes(words[1] ?? '') ? words[0] : undefined;
}

export const isWrapper = (name: string): boolean => WRAPPER_WORDS.includes(wordsOf(name).at(-1) ?? '');

/** Hosts of embedded content, by the end of their names, and where the id stands in the address. */
export const PROVIDERS: Readonly<Record<string, { readonly provider: string; readonly page?: string }>> = {
  'youtube.com': { provider: 'youtube', page: 'https://www.youtube.com/watch?v=' },
  'youtube-nocookie.com': { provider: 'youtube', page: 'https://www.youtube.com/watch?v=' },
  'vimeo.com': { provider: 'vimeo', page: 'https://vimeo.com/' },
  'bilibili.com': { provider: 'bilibili' },
  'codepen.io': { provider: 'codepen' },
  'codesandbox.io': { provider: 'codesandbox' },
  'stackblitz.com': { provider: 'stackblitz' },
  'jsfiddle.net': { provider: 'jsfiddle' },
  'google.com': { provider: 'google' },
  'spotify.com': { provider: 'spotify' },
  'soundcloud.com': { provider: 'soundcloud' },
  'loom.com': { provider: 'loom' },
  'slideshare.net': { provider: 'slideshare' },
  'asciinema.org': { provider: 'asciinema' },
  'figma.com': { provider: 'figma' },
};

/** The word that a shortcode's name comes down to: `blocks/tab` is a tab, `code-block` a codeblock, `card-title` no card. */
export function wordOf(shortcode: string): string {
  const last = shortcode.slice(shortcode.lastIndexOf('/') + 1).toLowerCase();
  const joined = wordsOf(last).join('');
  return Object.hasOwn(KIND_BY_NAME, joined) ? joined : last;
}

/** What a shortcode is if its name can be trusted. */
export function kindByName(shortcode: string): GuessedKind | undefined {
  const word = wordOf(shortcode);
  return Object.hasOwn(KIND_BY_NAME, word) ? KIND_BY_NAME[word] : undefined;
}
