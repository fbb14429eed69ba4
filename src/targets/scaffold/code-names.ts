/** Names of languages as Hugo's authors write them, for Shiki, which highlights code in most frameworks and takes a name by its letters. */

const OTHER_NAMES: Readonly<Record<string, string>> = {
  commandline: 'console',
  'go-html-template': 'html',
  'go-text-template': 'txt',
  golang: 'go',
  none: 'txt',
  output: 'txt',
  plain: 'txt',
  raw: 'txt',
  'sh-session': 'console',
};

/** What Shiki calls those of the languages that it does not know by their name. */
export function languageAliases(used: readonly string[]): Readonly<Record<string, string>> {
  const known = used.map((name): [string, string] => {
    const lower = name.toLowerCase();
    return [name, Object.hasOwn(OTHER_NAMES, lower) ? (OTHER_NAMES[lower] ?? lower) : lower];
  });
  return Object.fromEntries(known.filter(([name, alias]) => name !== alias));
}
