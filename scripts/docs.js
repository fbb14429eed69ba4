/** Writes `docs/diagnostics.md` from the catalogue in `dist`. */
import { writeFileSync } from 'node:fs';
import { catalogue } from '../dist/diagnostics/catalogue.js';
import { createDiagnosticsDocs } from './diagnostics-docs.js';

writeFileSync(new URL('../docs/diagnostics.md', import.meta.url), createDiagnosticsDocs(catalogue));
