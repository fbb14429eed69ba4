import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Field, FieldValue, FrontMatter } from '../../model/page.ts';
import { createSourceText, type SourceText } from '../source-text.ts';
import { findFrontMatter, type Bounds } from './find.ts';
import { readJson } from './json.ts';
import { readOrg } from './org.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

const NAMES = { yaml: 'YAML', toml: 'TOML', json: 'JSON' } as const;

/** A page split at the place where its body begins. */
export interface SplitPage {
  readonly frontMatter: FrontMatter;
  readonly bodyStart: number;
}

/**
 * Splits a page into front matter and body, as Hugo does. What Hugo would refuse is reported, and the page still has a
 * body and those fields that could be read.
 */
export function readFrontMatter(source: string, report: Collector): SplitPage {
  const found = findFrontMatter(source);
  if (found.kind === 'found') return read(createSourceText(source, report, found.bounds.bodyStart), found.bounds);
  if (found.kind === 'none')
    return withoutFrontMatter(createSourceText(source, report, found.bodyStart), found.bodyStart);
  const { format, start, bodyStart } = found;
  if (found.kind === 'mistaken') {
    const text = createSourceText(source, report, start + 1);
    text.report('front-matter-mistaken', { format: NAMES[format], begins: source[start] ?? '' }, start, start + 1);
    return withoutFrontMatter(text, bodyStart);
  }
  const text = createSourceText(source, report, found.bounds?.bodyStart ?? start + 3);
  const closedBy = found.bounds ? 'dots' : 'nothing';
  text.report(
    'front-matter-not-closed',
    { format: NAMES[format], closedBy },
    start,
    start + (format === 'json' ? 1 : 3),
  );
  return found.bounds ? read(text, found.bounds) : withoutFrontMatter(text, bodyStart);
}

function withoutFrontMatter(text: SourceText, bodyStart: number): SplitPage {
  const place = text.placeOf(bodyStart, bodyStart);
  return { frontMatter: { format: 'none', place, contentPlace: place, fields: [] }, bodyStart };
}

function read(text: SourceText, bounds: Bounds): SplitPage {
  const { format, contentStart, contentEnd, bodyStart } = bounds;
  const place = text.placeOf(bounds.start, bounds.end);
  const contentPlace = text.placeOf(contentStart, contentEnd);
  return { frontMatter: { format, place, contentPlace, fields: fieldsIn(text, bounds) }, bodyStart };
}

function fieldsIn(text: SourceText, { format, contentStart, contentEnd }: Bounds): readonly Field[] {
  switch (format) {
    case 'yaml':
      return fieldsOf(readYaml(text, contentStart, contentEnd), text);
    case 'toml':
      return fieldsOf(readToml(text, contentStart, contentEnd), text);
    case 'json':
      return fieldsOf(readJson(text, contentStart, contentEnd), text);
    case 'org':
      return readOrg(text, contentStart, contentEnd);
  }
}

function fieldsOf(value: FieldValue | undefined, text: SourceText): readonly Field[] {
  if (!value || value.type === 'map') return value?.fields ?? [];
  const { offset, length } = value.place ?? { offset: 0, length: 0 };
  text.report('front-matter-not-a-map', { found: value.type }, offset, offset + length);
  return [];
}
