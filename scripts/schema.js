/** Writes `schema/model.json`: the JSON Schema of what `decant model` prints. */
import { writeFileSync } from 'node:fs';
import { createModelSchema } from './model-schema.js';

writeFileSync(new URL('../schema/model.json', import.meta.url), createModelSchema());
