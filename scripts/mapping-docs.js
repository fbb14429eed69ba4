/** The text of `docs/mapping-reference.md`: every key of `decant.yaml` and of a mapping, from the schemas and the table of kinds. */
export function createMappingReference({ kinds, meanings, configSchema, mappingSchema }) {
  const { expression, when, rule } = mappingSchema.definitions;
  return `${[
    INTRODUCTION,
    '## decant.yaml',
    table(['key', 'what it says'], keysOf(configSchema, configSchema.definitions)),
    '## A mapping',
    'Under `mapping:` in `decant.yaml`, or in a file of its own with `version: 1`.',
    table(['key', 'what it says'], keysOf(mappingSchema, mappingSchema.definitions)),
    '## A rule',
    'Beside `as:` and the settings of its kind, a rule takes these keys. Some places leave some of them out: `inner` and `body` belong to shortcodes, `match` to elements.',
    table(['key', 'what it says'], keysOf({ properties: mergedKeys(mappingSchema, rule) }, mappingSchema.definitions)),
    '## When a rule applies',
    'Under `when:`, all of which must hold.',
    table(['condition', 'what it looks at'], keysOf(when)),
    '## Values',
    expression.description,
    table(['key', 'where the value comes from, or what is done with it'], keysOf(expression)),
    '## Front matter',
    `A field is \`keep\`, \`drop\`, or one of \`{ as: MEANING }\`, \`{ rename: KEY }\`, \`{ value: VALUE }\`, \`{ default: VALUE }\`. Meanings: ${meanings.map((name) => `\`${name}\``).join(', ')}.`,
    '## Kinds',
    ...Object.entries(kinds).flatMap(([name, kind]) => describeKind(name, kind)),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `# The keys of decant.yaml and of mappings

Everything that can be said, in the words of the JSON Schema that editors complete from: \`schema/config.json\` and
\`schema/mapping.json\`. [Mappings](mappings.md) explains how it fits together, [recipes](recipes.md) shows it at work. This page is
made by \`npm run docs\`.`;

function describeKind(name, { about, settings }) {
  const rows = Object.entries(settings).map(([key, { about: text, required, words }]) => [
    `\`${key}\`${required ? ' (needed)' : ''}`,
    words ? `${text} One of ${words.map((word) => `\`${word}\``).join(', ')}.` : text,
  ]);
  return [`### ${name}`, about, ...(rows.length > 0 ? [table(['setting', 'what it says'], rows)] : [])];
}

/** The keys that every rule can have: they are described where a shortcode, an element or a fence refers to a rule. */
function mergedKeys({ definitions }, rule) {
  const keys = { as: rule.properties.as };
  for (const name of ['shortcode', 'element']) {
    for (const [key, schema] of Object.entries(definitions[name].properties)) {
      if (schema !== false) keys[key] ??= schema;
    }
  }
  return keys;
}

const keysOf = ({ properties }, definitions = {}) =>
  Object.entries(properties)
    .filter(([key]) => key !== '$schema')
    .map(([key, schema]) => [`\`${key}\``, wordsOf(definitions[schema.$ref?.split('/').at(-1)] ?? schema)]);

/** A description with the words that a key takes. */
function wordsOf(schema) {
  const words =
    schema.enum && !(schema.enum.length > 12) ? ` One of ${schema.enum.map((word) => `\`${word}\``).join(', ')}.` : '';
  return `${schema.description ?? ''}${words}`.trim();
}

/** A Markdown table; a bar in a cell is no border. */
function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
