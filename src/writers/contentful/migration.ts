/** The content model as a script for `contentful-migration`: a form to review, to keep under version control and to run by itself. */
import type { ContentfulSite } from './build.ts';
import { contentType, editorInterface } from './content-types.ts';

/** The data is JSON, which is JavaScript; the code around it is always the same. */
export function migrationScript({ types }: ContentfulSite): string {
  const data = types.map((type) => {
    const { sys, ...rest } = contentType(type);
    const controls = editorInterface(type)?.controls ?? [];
    return { id: sys.id, ...rest, ...(controls.length > 0 && { controls }) };
  });
  return [HEAD, `const contentTypes = ${JSON.stringify(data, null, 2)};`, CODE].join('\n\n');
}

const HEAD = `// The content model, written by decant for a space without these content types:
// npx contentful-migration --space-id SPACE --access-token TOKEN FILE`;

const CODE = `module.exports = (migration) => {
  for (const { id, fields, controls = [], ...about } of contentTypes) {
    const contentType = migration.createContentType(id, about);
    for (const { id: field, ...settings } of fields) contentType.createField(field, settings);
    for (const { fieldId, widgetNamespace, widgetId } of controls) {
      contentType.changeFieldControl(fieldId, widgetNamespace, widgetId);
    }
  }
};
`;
