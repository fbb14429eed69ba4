import type { Document } from '@contentful/rich-text-types';
import { validateRichTextDocument } from '@contentful/rich-text-types';

/** What Contentful would refuse in an export, as `path: reason`. */
export function findContentfulFaults(json: string): string[] {
  const faults: string[] = [];
  const stack: { value: unknown; path: string }[] = [{ value: JSON.parse(json), path: '' }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { value, path } = top;
    if (typeof value !== 'object' || value === null) continue;
    if ('nodeType' in value && value.nodeType === 'document') {
      // Whatever its shape, the validator takes it and says what is wrong with it.
      for (const fault of validateRichTextDocument(value as Document))
        faults.push(`${path}/${fault.path?.join('/') ?? ''}: ${fault.details ?? ''}`);
    } else {
      stack.push(
        ...Object.entries(value).map(([key, item]: [string, unknown]) => ({ value: item, path: `${path}/${key}` })),
      );
    }
  }
  return faults;
}
