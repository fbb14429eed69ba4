import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Field, FieldValue, FrontMatter } from '../../model/page.ts';
import { createSourceText, type SourceText } from '../source-text.ts';
import { findFrontMatter, type Bounds, type Found } from './find.ts';
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
  if (found.kind === 'found') {
    return read(createSourceText(ownCopy(source.slice(0, found.bounds.bodyStart)), report), found.bounds);
  }
  const { bodyStart } = found;
  if (found.kind === 'none') return withoutFrontMatter(createSourceText(source, report, bodyStart), bodyStart);
  return readFaulty(found, source, report);
}

/**
 * A text by itself: V8 makes parts of a text of references into the whole, so that the titles that a site's index keeps would
 * keep all pages in memory.
 */
const ownCopy = (text: string): string => decoder.decode(encoder.encode(text));

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function readFaulty(found: Extract<Found, { kind: 'mistaken' | 'notClosed' }>, source: string, report: Collector) {
  const { start, bodyStart } = found;
  const format = NAMES[found.format];
  const delimiterEnd = start + (format === 'JSON' || found.kind === 'mistaken' ? 1 : 3);
  const bounds = found.kind === 'notClosed' ? found.bounds : undefined;
  const text = createSourceText(source, report, bounds?.bodyStart ?? delimiterEnd);
  if (found.kind === 'mistaken') {
    text.report('front-matter-mistaken', { format, begins: source.slice(start, delimiterEnd) }, start, delimiterEnd);
  } else {
    const closedBy = bounds ? 'dots' : 'nothing';
    text.report('front-matter-not-closed', { format, closedBy }, start, delimiterEnd);
  }
  return bounds ? read(text, bounds) : withoutFrontMatter(text, bodyStart);
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

function fieldsIn(text: SourceText, bounds: Bounds): readonly Field[] {
  const { format, contentEnd } = bounds;
  switch (format) {
    case 'yaml':
      return fieldsOf(readYaml(text, behindDelimiter(text, bounds), contentEnd), text);
    case 'toml':
      return fieldsOf(readToml(text, behindDelimiter(text, bounds), contentEnd), text);
    case 'json':
      return fieldsOf(readJson(text, bounds.contentStart, contentEnd), text);
    case 'org':
      return readOrg(text, bounds.contentStart, contentEnd);
  }
}

// Of `----` Hugo takes three characters for the delimiter, and the fourth for front matter that it cannot read.
function behindDelimiter(text: SourceText, { start, contentStart, contentEnd }: Bounds): number {
  let at = contentStart;
  while (at < contentEnd && text.source[at] === text.source[start]) at++;
  if (at > contentStart && contentStart === start + 3) {
    text.report('front-matter-delimiter-long', { delimiter: text.source.slice(start, start + 3) }, start, at);
    return at;
  }
  return contentStart;
}

function fieldsOf(value: FieldValue | undefined, text: SourceText): readonly Field[] {
  if (!value || value.type === 'map') return value?.fields ?? [];
  const { offset, length } = value.place ?? { offset: 0, length: 0 };
  text.report('front-matter-not-a-map', { found: value.type }, offset, offset + length);
  return [];
}
