/** `meta.json`: the order of what is in a folder, and what the folder is called. */
import type { Branch } from '../page-tree.ts';
import type { OutputFile } from '../target.ts';
import type { UrlSite } from '../url-site.ts';
import { json } from '../code/json.ts';
import { CONTENT_FOLDER } from './facts.ts';
import { append } from '../../model/append.ts';

/** A file for each folder that has something below it. */
export function metaFiles(shape: UrlSite): readonly OutputFile[] {
  const files: OutputFile[] = [];
  for (const { folder, tree } of shape.languages) {
    const pending = [tree];
    for (let branch = pending.pop(); branch; branch = pending.pop()) {
      if (branch.below.length === 0) continue;
      append(pending, branch.below);
      const parts = [CONTENT_FOLDER, folder, branch.path].filter((part) => part !== '');
      files.push({ path: `${parts.join('/')}/meta.json`, text: json(metaOf(branch, shape)) });
    }
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is not named is not shown. */
const metaOf = ({ path, label, version, below }: Branch, shape: UrlSite): unknown => ({
  ...(path !== '' && { title: label }),
  // What a reader chooses between above the menu.
  ...(version !== undefined && { root: true }),
  pages: below.flatMap((branch) => entriesOf(branch, shape)),
});

/** A hidden page is left out; what is below it is not. */
function entriesOf({ name, page, below }: Branch, shape: UrlSite): readonly string[] {
  if (!page || !shape.isHidden(page)) return [name];
  return below.length > 0 ? [`...${name}`] : [];
}
