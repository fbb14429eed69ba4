import type { Call, NamedArgument, PositionalArgument } from '../../src/model/nodes.ts';
import type { CallTree, Field, FieldValue, Page } from '../../src/model/page.ts';
import type { Place } from '../../src/model/place.ts';
import { layOut } from './lay-out.ts';

/** A page's front matter, body and calls as JSON that a person can read: places and arguments in short. */
export function printModel(page: Page): string {
  const { format, fields } = page.frontMatter;
  const model = {
    ...(format !== 'none' && { frontMatter: { format, fields: fields.map(shortenField) } }),
    body: page.body,
    ...(page.calls.length > 0 && { calls: page.calls.flatMap(nameCalls) }),
  };
  return `${layOut(shorten(model))}\n`;
}

const nameCalls = (call: CallTree): string[] => [`${call.path} ${call.name}`, ...call.calls.flatMap(nameCalls)];

/** `2:5+7` is seven code units from line 2, column 5. */
export const printPlace = ({ line, column, length }: Place): string => `${line}:${column}+${length}`;

function shorten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shorten);
  if (typeof value !== 'object' || value === null) return value;
  if (isPlace(value)) return printPlace(value);
  if (isCall(value)) return shortenCall(value);
  const { children, ...rest } = value as { children?: unknown };
  const entries = Object.entries(rest).map(([key, item]) => [key, shorten(item)]);
  return { ...Object.fromEntries(entries), ...(children !== undefined && { children: shorten(children) }) };
}

function shortenField({ key, value, keyPlace, cascadedFrom }: Field): object {
  return {
    key,
    ...(keyPlace && { keyPlace: printPlace(keyPlace) }),
    ...(cascadedFrom !== undefined && { cascadedFrom }),
    ...shortenValue(value),
  };
}

/** The type is the key of the value; its source text stands beside it where it reads otherwise. */
function shortenValue(value: FieldValue): object {
  const place = value.place && { place: printPlace(value.place) };
  if (value.type === 'list') return { list: value.items.map(shortenValue), ...place };
  if (value.type === 'map') return { map: value.fields.map(shortenField), ...place };
  const plain = value.type === 'null' ? null : value.value;
  const { source } = value;
  const spoken = plain === null ? 'null' : String(plain);
  return { [value.type]: plain, ...(![spoken, JSON.stringify(plain)].includes(source) && { source }), ...place };
}

/** What is usual is left out: the standard notation, a tag without arguments, a call that is one tag. */
function shortenCall(call: Call): object {
  const { inner, definition, closeTag } = call;
  return {
    name: call.name,
    path: call.path,
    ...(call.notation !== 'standard' && { notation: call.notation }),
    ...(call.body !== 'none' && { body: call.body }),
    ...(definition === 'inline' && { definition }),
    ...(call.arguments.items.length > 0 && { arguments: call.arguments.items.map(shortenArgument) }),
    ...(closeTag && { openTag: printPlace(call.openTag), closeTag: printPlace(closeTag) }),
    ...(inner && { inner: printPlace(inner.place) }),
  };
}

function shortenArgument(argument: PositionalArgument | NamedArgument): unknown[] {
  const place = printPlace(argument.place);
  return 'name' in argument ? [argument.name, argument.value, place] : [argument.value, place];
}

const isPlace = (value: object): value is Place => 'offset' in value && 'line' in value && 'length' in value;

const isCall = (value: object): value is Call => 'notation' in value && 'openTag' in value && 'definition' in value;
