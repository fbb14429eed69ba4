/** The export as JSON text, one entity a line, so that a diff of two exports shows which entities changed. */
import type { ContentfulSite } from './build.ts';
import type { Asset } from './export.ts';
import { contentType, editorInterface } from './content-types.ts';
import { chunkEntries } from './chunks.ts';

/** Lists of the export in the order in which the importer works: what others refer to comes first. */
const LISTS = ['locales', 'contentTypes', 'editorInterfaces', 'assets', 'entries'] as const;

/** The entities of some lists as JSON, in order. */
type ExportLines = Readonly<Partial<Record<(typeof LISTS)[number], readonly string[]>>>;

export interface ExportFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Joins entities that are JSON already. Only the brackets and commas of the lists around them are added, so that the entries of a
 * large site are never in memory as one tree.
 */
function joinExport(lines: ExportLines): string {
  const lists = LISTS.flatMap((name) => {
    const list = lines[name];
    return list ? [`${JSON.stringify(name)}: [${list.map((line) => `\n${line}`).join(',')}\n]`] : [];
  });
  return `{\n${lists.join(',\n')}\n}\n`;
}

const modelLines = ({ locales, types }: ContentfulSite): ExportLines => ({
  locales: locales.map((locale) => JSON.stringify(locale)),
  contentTypes: types.map((type) => JSON.stringify(contentType(type))),
  editorInterfaces: types.flatMap((type) => JSON.stringify(editorInterface(type)) ?? []),
});

const jsonOf = (assets: readonly Asset[]): string[] => assets.map((asset) => JSON.stringify(asset));

/** The content model and the locales alone, for `--content-model-only`. */
export const modelFile = (site: ContentfulSite): string => joinExport(modelLines(site));

/** Everything in one file. */
export const exportFile = (site: ContentfulSite): string =>
  joinExport({ ...modelLines(site), assets: jsonOf(site.assets), entries: site.entries.map(({ json }) => json) });

/** The same in files of up to `size` assets or entries, named in the order in which they are imported. */
export function chunkFiles(site: ContentfulSite, size: number): { files: ExportFile[]; linksAhead: number } {
  const files: ExportFile[] = [{ path: 'contentful/0-model.json', text: modelFile(site) }];
  const put = (name: string, chunks: readonly ExportLines[]): void => {
    const digits = String(chunks.length).length;
    for (const [at, lines] of chunks.entries()) {
      files.push({ path: `contentful/${name}-${String(at + 1).padStart(digits, '0')}.json`, text: joinExport(lines) });
    }
  };
  const assets: ExportLines[] = [];
  for (let at = 0; at < site.assets.length; at += size)
    assets.push({ assets: jsonOf(site.assets.slice(at, at + size)) });
  put('1-assets', assets);
  const { chunks, linksAhead } = chunkEntries(site.entries, size);
  put(
    '2-entries',
    chunks.map((entries) => ({ entries: entries.map(({ json }) => json) })),
  );
  return { files, linksAhead };
}
