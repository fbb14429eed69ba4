/** What Mintlify does not take of a site. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { UrlSite } from '../url-site.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { insecureLinks } from './chrome.ts';
import { READ_EXTENSIONS, RESERVED_FOLDERS } from './facts.ts';
import { localeOf } from './locales.ts';

/** Whether a file that Hugo serves can lie in the repository without being more than that. */
export const isServed = (path: string): boolean =>
  !READ_EXTENSIONS.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());

/** Reports it; `leftOut` are the files that were not copied. */
export function checkSite(shape: UrlSite, leftOut: readonly string[]): readonly Diagnostic[] {
  const { languages, pages, placeOf } = shape;
  const folders = new Set(
    pages.flatMap((page) => {
      const place = placeOf(page);
      const [first = ''] = place && place.folder === '' ? place.path.split('/') : [];
      return Object.hasOwn(RESERVED_FOLDERS, first) ? [first] : [];
    }),
  );
  const [file] = leftOut;
  return [
    ...(languages.length < 2 ? [] : languages)
      .filter(({ code }) => localeOf(code) === undefined)
      .map(({ code }) => createDiagnostic('mintlify-language', { language: code })),
    ...[...folders].map((folder) =>
      createDiagnostic('mintlify-folder', { folder, written: RESERVED_FOLDERS[folder] ?? folder }),
    ),
    ...(file === undefined ? [] : [createDiagnostic('mintlify-file', { file, others: leftOut.length - 1 })]),
    ...insecureLinks(shape).map(({ label, href }) => createDiagnostic('mintlify-footer-link', { label, url: href })),
  ];
}
