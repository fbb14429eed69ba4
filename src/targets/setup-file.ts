/** What somebody has to add to an existing site by hand, as a page to read and paste from. */
import type { RootContent } from 'mdast';
import type { OutputFile } from './target.ts';
import { printFlow } from '../writers/mdx/serialize.ts';
import { text } from '../writers/mdx/tree/nodes.ts';

/** A thing to do, with code to paste where there is any. */
export interface SetupPart {
  readonly title: string;
  readonly about: string;
  readonly code?: { readonly lang: string; readonly value: string };
}

/** The packages to install, each at its version; none where there are none. */
export function packagePart(packages: Readonly<Record<string, string>>, about: string): SetupPart[] {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  if (wanted.length === 0) return [];
  return [{ title: 'Packages', about, code: { lang: 'sh', value: `npm install ${wanted.join(' ')}` } }];
}

export const SETUP_FILE = 'setup.md';

/** `setup.md`; none where there is nothing to do. */
export function setupFile(parts: readonly SetupPart[]): OutputFile[] {
  if (parts.length === 0) return [];
  const blocks = parts.flatMap(({ title, about, code }): RootContent[] => [
    { type: 'heading', depth: 2, children: [text(title)] },
    { type: 'paragraph', children: [text(about)] },
    ...(code ? [{ type: 'code' as const, lang: code.lang, value: code.value.trimEnd() }] : []),
  ]);
  const heading: RootContent = {
    type: 'heading',
    depth: 1,
    children: [text('What the site needs for its new content')],
  };
  return [{ path: SETUP_FILE, text: `${printFlow([heading, ...blocks])}\n` }];
}
