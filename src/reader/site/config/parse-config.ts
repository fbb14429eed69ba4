import type { Collector } from '../../../diagnostics/diagnostic.ts';
import type { FieldValue } from '../../../model/page.ts';
import type { MapValue } from './values.ts';
import { readJson } from '../../front-matter/json.ts';
import { readToml } from '../../front-matter/toml.ts';
import { readYaml } from '../../front-matter/yaml.ts';
import { createSourceText } from '../../source-text.ts';
import { extensionOf } from '../site-files.ts';
import { EMPTY_MAP } from './values.ts';

/**
 * Reads a configuration file, in the format that its name says. Faults are reported at their place; one that makes the file
 * unusable gives an empty map, as does an empty file.
 */
export function parseConfig(file: string, source: string, collector: Collector): MapValue {
  const value = parseData(file, source, collector);
  if (value?.type === 'map') return value;
  if (value && value.type !== 'null') collector.report('config-not-a-map', { found: value.type }, value.place);
  return EMPTY_MAP;
}

/** Reads a file of values, in the format that its name says; `undefined` where a fault makes it unusable. */
export function parseData(file: string, source: string, collector: Collector): FieldValue | undefined {
  const text = createSourceText(source, collector);
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  return readerFor(file)(text, start, source.length);
}

function readerFor(file: string): typeof readYaml {
  switch (extensionOf(file)) {
    case 'toml':
      return readToml;
    case 'json':
      return readJson;
    default:
      return readYaml;
  }
}
