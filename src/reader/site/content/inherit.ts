/** Works cascades out for every page, from the root down. */
import type { FrontMatter } from '../../../model/page.ts';
import type { Cascade, CascadeContext } from './cascade.ts';
import type { PageNode, PageTree } from './page-tree.ts';
import type { PageSource } from './read-sources.ts';
import { valueAt } from '../config/values.ts';
import { readCascades } from './cascade.ts';
import { parentPath } from './content-files.ts';

/** The cascades that apply to a page: its own, those of the pages above it, nearest first, and the site's. */
export type CascadesFor = (language: string, path: string) => readonly Cascade[];

export function collectCascades(
  tree: PageTree,
  sources: ReadonlyMap<string, PageSource>,
  site: readonly Cascade[],
  context: CascadeContext,
): CascadesFor {
  const own = new Map<string, { language: string; cascades: readonly Cascade[] }[]>();
  for (const [language, pages] of tree.pages) {
    for (const [path, node] of pages) {
      const cascades = readOwn(node, language, sources, context);
      if (cascades.length === 0) continue;
      const here = own.get(path);
      if (here) here.push({ language, cascades });
      else own.set(path, [{ language, cascades }]);
    }
  }
  const below = new Map<string, readonly Cascade[]>();
  /** What pages under `path` inherit: of all languages, as each cascade knows for which it is. */
  const inheritedBelow = (path: string | undefined): readonly Cascade[] => {
    if (path === undefined) return site;
    const known = below.get(path);
    if (known) return known;
    const above = inheritedBelow(parentPath(path));
    const here = own.get(path)?.flatMap(({ cascades }) => cascades);
    const all = here ? [...here, ...above] : above;
    below.set(path, all);
    return all;
  };
  return (language, path) => {
    const inherited = inheritedBelow(parentPath(path));
    const mine = own.get(path)?.find((entry) => entry.language === language)?.cascades;
    return mine ? [...mine, ...inherited] : inherited;
  };
}

function readOwn(
  node: PageNode,
  language: string,
  sources: ReadonlyMap<string, PageSource>,
  context: CascadeContext,
): readonly Cascade[] {
  const { file } = node.source;
  const fields: FrontMatter['fields'] = sources.get(file)?.frontMatter.fields ?? [];
  const value = valueAt({ type: 'map', fields }, 'cascade');
  return value ? readCascades(value, { file, languages: [language] }, context) : [];
}
