import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { CallTree, Page } from '../../src/model/page.ts';
import type { Place } from '../../src/model/place.ts';
import { indexLines, placeAt } from '../../src/model/place.ts';

const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/model.json'), 'utf8'));
const isPage = new Ajv({ strict: false }).compile(schema);

/** What is wrong with a page's model whatever its source says: its shape, and places that point elsewhere. */
export function findModelFaults(page: Page, source: string): string[] {
  const faults = isPage(page) ? [] : deepestErrors();
  const lines = indexLines(source);
  for (const { place, path } of places(page)) {
    const { line, column } = placeAt(lines, place.offset, place.offset + place.length);
    const inside = place.offset >= 0 && place.length >= 0 && place.offset + place.length <= source.length;
    if (!inside) faults.push(`${path} points outside the source`);
    else if (line !== place.line || column !== place.column)
      faults.push(`${path} has line and column of another offset`);
  }
  return [...faults, ...page.calls.flatMap((call) => callFaults(call, source))];
}

/** A union fails in each of its members; what failed deepest inside is the nearest to the cause. */
function deepestErrors(): string[] {
  const depth = (path: string): number => path.split('/').length;
  const errors = (isPage.errors ?? []).toSorted((a, b) => depth(b.instancePath) - depth(a.instancePath));
  return errors.slice(0, 3).map((error) => `${error.instancePath} ${error.message}`);
}

const slice = (source: string, { offset, length }: Place): string => source.slice(offset, offset + length);

function callFaults(call: CallTree, source: string): string[] {
  const { path, place, inner, openTag, closeTag, calls } = call;
  const faults: string[] = [];
  if (!slice(source, place).startsWith('{{')) faults.push(`call ${path} does not begin with its tag`);
  if (!slice(source, openTag).endsWith('}}')) faults.push(`the tag of call ${path} does not end with }}`);
  if (inner && slice(source, inner.place) !== inner.raw)
    faults.push(`the inner text of call ${path} is not where it says`);
  if (closeTag && !slice(source, closeTag).includes('/')) faults.push(`call ${path} does not end with its closing tag`);
  return [...faults, ...calls.flatMap((inside) => callFaults(inside, source))];
}

/** Every place in a value, with the path to it. */
function places(root: unknown): { place: Place; path: string }[] {
  const found: { place: Place; path: string }[] = [];
  const stack: { value: unknown; path: string }[] = [{ value: root, path: '' }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { value, path } = top;
    if (typeof value !== 'object' || value === null) continue;
    if (isPlace(value)) found.push({ place: value, path });
    else
      stack.push(
        ...Object.entries(value).map(([key, item]: [string, unknown]) => ({ value: item, path: `${path}/${key}` })),
      );
  }
  return found;
}

const isPlace = (value: object): value is Place => 'offset' in value && 'line' in value && 'column' in value;
