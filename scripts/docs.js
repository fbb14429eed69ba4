/** Writes the pages below `docs` that are made from the code in `dist`. */
import { readFileSync, writeFileSync } from 'node:fs';
import * as decant from '../dist/index.js';
import { createDiagnosticsDocs } from './diagnostics-docs.js';
import { createMappingReference } from './mapping-docs.js';
import { createNodesDocs } from './nodes-docs.js';

const write = (file, text) => writeFileSync(new URL(`../docs/${file}`, import.meta.url), text);

const schema = (name) => JSON.parse(readFileSync(new URL(`../schema/${name}.json`, import.meta.url), 'utf8'));

write('diagnostics.md', createDiagnosticsDocs(decant.catalogue));
write('nodes.md', await createNodesDocs(decant));
write(
  'mapping-reference.md',
  createMappingReference({
    kinds: decant.KINDS,
    meanings: decant.FIELD_MEANINGS,
    configSchema: schema('config'),
    mappingSchema: schema('mapping'),
  }),
);
