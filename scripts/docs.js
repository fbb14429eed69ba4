/** Writes the pages below `docs` that are made from the code in `dist`. */
import { writeFileSync } from 'node:fs';
import * as decant from '../dist/index.js';
import { createDiagnosticsDocs } from './diagnostics-docs.js';
import { createNodesDocs } from './nodes-docs.js';

const write = (file, text) => writeFileSync(new URL(`../docs/${file}`, import.meta.url), text);

write('diagnostics.md', createDiagnosticsDocs(decant.catalogue));
write('nodes.md', await createNodesDocs(decant));
