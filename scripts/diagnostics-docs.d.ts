import type { catalogue } from '../src/diagnostics/catalogue.ts';

/** The text of `docs/diagnostics.md`: a heading for every code of the catalogue. */
export declare function createDiagnosticsDocs(rules: typeof catalogue): string;
