import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The JSON Schema (draft-07) of a page that has been read, made from the types in `src/model`, as text. */
export function createModelSchema() {
  const generator = createGenerator({
    path: join(root, 'src/model/page.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type: 'Page',
    sortProps: false,
    skipTypeCheck: true,
  });
  const schema = { title: 'A page as decant reads it', ...generator.createSchema('Page') };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
