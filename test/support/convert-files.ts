import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { TargetName } from '../../src/targets/load-target.ts';
import type { OutputFile } from '../../src/targets/target.ts';
import { openSite } from '../../src/pipeline/open-site.ts';
import { readMapping } from '../../src/pipeline/read-mapping.ts';
import { loadTarget } from '../../src/targets/load-target.ts';
import { convertPages } from './convert-pages.ts';

export interface ConvertedFiles {
  /** The text of each file, or the file that it is a copy of, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ConvertFilesOptions {
  readonly scaffold?: boolean;
  readonly extension?: 'mdx' | 'md' | 'auto';
  readonly redirects?: readonly ('netlify' | 'csv')[];
  readonly versions?: readonly { readonly name: string; readonly folder: string }[];
  readonly paths?: readonly { readonly from: string; readonly to: string }[];
}

/** Converts a site that is given as its files. */
export async function convertFiles(
  site: Readonly<Record<string, string>>,
  target: TargetName,
  options: ConvertFilesOptions = {},
): Promise<ConvertedFiles> {
  const dir = mkdtempSync(join(tmpdir(), 'decant-files-'));
  try {
    for (const [path, text] of Object.entries(site)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    const mapping = readMapping({ site: dir, files: [] });
    const opened = await openSite(dir, { mappingFacts: mapping.facts });
    const { pages, rest, diagnostics } = await convertPages(opened, {
      target: await loadTarget(target),
      mapping,
      ...options,
    });
    const files = [...[...pages.values()].flat(), ...rest];
    return { files: new Map(files.map((file) => [file.path, contentOf(file)])), diagnostics };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const contentOf = (file: OutputFile): string => ('text' in file ? file.text : `copy of ${file.copyOf}`);
