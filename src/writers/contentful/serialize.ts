/** The export as JSON text, one entity a line, so that a diff of two exports shows which entities changed. */
import type { ContentfulSite } from './build.ts';
import type { Asset } from './export.ts';
import { contentType, editorInterface } from './content-types.ts';
import { chunkEntries } from './chunks.ts';

/** Lists of the export in the order in which the importer works: what others refer to comes first. */
const LISTS = ['locales', 'contentTypes', 'editorInterfaces', 'assets', 'entries'] as const;

/** The entities of some lists as JSON, in order. */
type ExportLines = Readonly<Partial<Record<(typeof LISTS)[number], readonly (string | Uint8Array)[]>>>;

/** A file of an export. What it holds is put together when it is asked for, so that only one of many is in memory. */
export interface ExportFile {
  readonly path: string;
  readonly text: string;
  /** The text in UTF-8. */
  readonly bytes: Uint8Array;
}

/**
 * Joins entities that are JSON already. Only the brackets and commas of the lists around them are added, so that the entries of a
 * large site are never in memory as one tree.
 */
function exportFileOf(path: string, lines: ExportLines): ExportFile {
  const join = (): Buffer => {
    const parts: Uint8Array[] = [];
    const add = (part: string | Uint8Array): void =>
      void parts.push(typeof part === 'string' ? Buffer.from(part) : part);
    for (const name of LISTS) {
      const list = lines[name];
      if (!list) continue;
      add(`${parts.length === 0 ? '{\n' : ',\n'}${JSON.stringify(name)}: [`);
      for (const [at, line] of list.entries()) {
        add(at === 0 ? '\n' : ',\n');
        add(line);
      }
      add('\n]');
    }
    add('\n}\n');
    return Buffer.concat(parts);
  };
  return {
    path,
    get text() {
      return join().toString();
    },
    get bytes() {
      return join();
    },
  };
}

const modelLines = ({ locales, types }: ContentfulSite): ExportLines => ({
  locales: locales.map((locale) => JSON.stringify(locale)),
  contentTypes: types.map((type) => JSON.stringify(contentType(type))),
  editorInterfaces: types.flatMap((type) => JSON.stringify(editorInterface(type)) ?? []),
});

const jsonOf = (assets: readonly Asset[]): string[] => assets.map((asset) => JSON.stringify(asset));

/** The content model and the locales alone, for `--content-model-only`. */
export const modelFile = (path: string, site: ContentfulSite): ExportFile => exportFileOf(path, modelLines(site));

/** Everything in one file. */
export const exportFile = (path: string, site: ContentfulSite): ExportFile =>
  exportFileOf(path, {
    ...modelLines(site),
    assets: jsonOf(site.assets),
    entries: site.entries.map(({ json }) => json),
  });

/** The same in files of up to `size` assets or entries, named in the order in which they are imported. */
export function chunkFiles(site: ContentfulSite, size: number): { files: ExportFile[]; linksAhead: number } {
  const files: ExportFile[] = [modelFile('contentful/0-model.json', site)];
  const put = (name: string, chunks: readonly ExportLines[]): void => {
    const digits = String(chunks.length).length;
    for (const [at, lines] of chunks.entries()) {
      files.push(exportFileOf(`contentful/${name}-${String(at + 1).padStart(digits, '0')}.json`, lines));
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
