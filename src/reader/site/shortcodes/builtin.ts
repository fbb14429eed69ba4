import type { ShortcodeFact, ShortcodeTable } from '../../../model/shortcode-table.ts';
import type { InnerReading } from '../../../model/nodes.ts';

/** Hugo 0.169's own shortcodes; the four that take inner content with what becomes of it. */
const INNER: readonly (readonly [name: string, inner: InnerReading])[] = [
  ['comment', 'raw'],
  ['details', 'markdown'],
  ['highlight', 'code'],
  ['qr', 'raw'],
];

const SINGLE = [
  'figure',
  'gist',
  'instagram',
  'instagram_simple',
  'param',
  'ref',
  'relref',
  'tweet',
  'twitter',
  'twitter_simple',
  'vimeo',
  'vimeo_simple',
  'x',
  'x_simple',
  'youtube',
];

const fact = (inner: InnerReading): ShortcodeFact => ({ takesInner: inner !== 'none', inner, learnedFrom: 'hugo' });

/** What Hugo's own shortcodes take; a site's template of the same name goes before them. */
export const builtinShortcodes: ShortcodeTable = new Map([
  ...INNER.map(([name, inner]) => [name, fact(inner)] as const),
  ...SINGLE.map((name) => [name, fact('none')] as const),
]);
