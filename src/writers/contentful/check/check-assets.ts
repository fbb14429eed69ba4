import type { Entity } from './parse.ts';
import type { Report } from './report.ts';
import { createDiagnostic } from '../../../diagnostics/diagnostic.ts';
import { isMap } from './parse.ts';

/** Whether a file is below the folder of the assets; nothing where nobody named that folder. */
export type HasFile = (path: string) => boolean;

export function checkAsset(asset: Entity, report: Report, hasFile: HasFile | undefined): void {
  const { fields } = asset.value;
  const files = isMap(fields) && isMap(fields['file']) ? Object.entries(fields['file']) : [];
  if (files.length === 0) report.entity(asset, 'no-file');
  const paths = new Set<string>();
  for (const [locale, file] of files) {
    const isWhole = isMap(file) && ['url', 'fileName', 'contentType'].every((key) => typeof file[key] === 'string');
    if (isWhole) paths.add(String(file['url']));
    else report.entity(asset, 'no-file', '', `file.${locale}`);
  }
  if (!hasFile) return;
  for (const url of paths) {
    // The importer takes what stands behind the first two slashes as a path, percent signs and all.
    const path = url.slice(url.indexOf('//') + 2);
    const fault = !/^[A-Za-z0-9._/-]+$/.test(path)
      ? 'name'
      : path.split('/').includes('..')
        ? 'outside'
        : hasFile(path)
          ? undefined
          : 'missing';
    if (fault)
      report.add(createDiagnostic('contentful-check-asset', { asset: asset.id, path, fault }, { file: asset.file }));
  }
}
