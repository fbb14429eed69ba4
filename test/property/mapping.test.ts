import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallTree, Page } from '../../src/model/page.ts';
import type { UnmappedPolicy } from '../../src/model/outcome.ts';
import { checkNodes, type ModelSchema } from '../../src/mapping/check-nodes.ts';
import { KIND_NAMES, settingsOf, type Kind, type SettingForm } from '../../src/mapping/kinds.ts';
import { loadMapping } from '../../src/mapping/load.ts';
import { isPart } from '../../src/model/kinds.ts';
import { defaultMarkup, type Markup } from '../../src/model/markup.ts';
import { walk } from '../../src/model/walk.ts';
import { writeHtml } from '../../src/writers/html/write.ts';
import { writeMdx } from '../../src/writers/mdx/write.ts';
import { mapPage, mappingOf } from '../support/map-page.ts';
import { cpuTime } from '../support/cpu-time.ts';

/** Rules of every kind, so that random pages meet all of them in all places. */
const MAPPING = mappingOf(`version: 1
frontMatter: { a: { as: title }, b: drop, c: { rename: d } }
shortcodes:
  tip: { as: admonition, kind: tip, title: $a }
  tabs: { as: tabs, label: $b }
  tab: { as: tab, label: $a, children: { as: code } }
  fig: { as: figure, src: $a, caption: $b }
  code: { as: code, lang: $a }
  box: { as: container, attributes: { class: $a }, rest: keep }
  card: { as: component, name: Card, props: { t: { inner: plain }, r: { inner: raw } } }
  link: { as: link, url: $a }
  det: { as: details, summary: { child: b, default: $a } }
  vid: { as: embed, provider: x, id: $a, url: $b }
  val: { as: value, from: page.params.a }
  txt: { as: text, value: $a }
  un: { as: unwrap }
  gone: { as: drop }
  stay: { as: keep }
  stp: { as: steps, children: { split: { items: true } } }
  sp: { as: step, title: $a }
  grid: { as: cards }
  crd: { as: card, title: $a, link: $b, footer: { inner: plain } }
  cols: { as: columns, children: { split: { text: text } } }
  gal: { as: gallery }
  mov: { as: video, src: $a, caption: $b }
  dia: { as: diagram }
  btn: { as: button, url: $a }
  bdg: { as: badge, text: $a }
  ico: { as: icon, name: $a }
elements:
  - { match: i, as: admonition, kind: note, title: { child: b } }
  - { match: u, as: drop }
  - { match: s, as: unwrap }
code:
  x: { as: component, name: X, props: { v: { inner: raw } } }
`);

const NAMES = [
  'tip',
  'tabs',
  'tab',
  'fig',
  'code',
  'box',
  'card',
  'link',
  'det',
  'vid',
  'val',
  'txt',
  'un',
  'gone',
  'stay',
  'stp',
  'sp',
  'grid',
  'crd',
  'cols',
  'gal',
  'mov',
  'dia',
  'btn',
  'bdg',
  'ico',
  'none',
  'other',
];

const bodies = fc.letrec((tie) => {
  const args = fc.constantFrom('', ' a=1', ' a="x" b=y c=z', ' a=1 a=2', ' 1 2');
  const name = fc.constantFrom(...NAMES);
  const text = fc.constantFrom(
    'text',
    ' ',
    '\n\n',
    '\n',
    '**b**',
    '# ',
    '- ',
    '> ',
    '`',
    '```x\n',
    '\n```\n',
    '| a |\n|---|\n| ',
    '[',
    '](',
    ')',
    '<!-- ',
    ' -->',
  );
  const element = fc
    .tuple(fc.constantFrom('b', 'i', 'u', 's', 'div', 'p'), tie('content'))
    .map(([tag, inner]) => `<${tag} x="${tag}">${inner}</${tag}>`);
  const single = fc.tuple(name, args).map(([call, given]) => `{{< ${call}${given} />}}`);
  const paired = fc
    .tuple(name, args, tie('content'), fc.boolean())
    .map(([call, given, inner, isMarkdown]) =>
      isMarkdown
        ? `{{% ${call}${given} %}}${inner}{{% /${call} %}}`
        : `{{< ${call}${given} >}}${inner}{{< /${call} >}}`,
    );
  return {
    content: fc
      .array(fc.oneof({ maxDepth: 4, depthSize: 'small' }, text, single, element, paired), { maxLength: 6 })
      .map((parts) => parts.join('')),
  };
}).content as fc.Arbitrary<string>; // letrec does not know what its ties are

const POLICIES: readonly UnmappedPolicy[] = ['component', 'unwrap', 'keep', 'drop', 'error', 'marker'];

describe('applying a mapping to a random page', () => {
  it('gives every call, argument and field one outcome, and nothing else', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(...POLICIES), (body, unmapped) => {
        const { read, outcomes } = mapPage(`---\na: 1\nb: 2\nc: 3\ne: 4\n---\n${body}`, MAPPING, { unmapped });
        const ids = outcomes.map(({ kind, id }) => `${kind} ${id}`);
        expect(new Set(ids).size).toBe(ids.length);
        const elements = new Set<string>();
        walk(read.body, (node) => {
          if ('tagName' in node && 'openTag' in node && node.place)
            elements.add(`element ${node.tagName}@${node.place.offset}`);
        });
        const fields = ['field a', 'field b', 'field c', 'field e'];
        const known = new Set([...fields, ...everyCall(read.calls).flatMap(idsOf)]);
        expect(ids).toEqual(expect.arrayContaining([...fields, ...readCalls(read).flatMap(idsOf)]));
        for (const id of ids) if (!id.startsWith('element ')) expect(known).toContain(id);
        for (const id of ids) if (id.startsWith('element ')) expect(elements).toContain(id);
      }),
      { numRuns: 300 },
    );
  });

  it('loses an element only where an outcome says so', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const { read, page: mapped, outcomes } = mapPage(body, MAPPING);
        const decided = new Set(outcomes.map(({ id }) => id));
        const left = elementIds(mapped.body);
        for (const id of elementIds(read.body)) expect(decided.has(id) || left.has(id), id).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('has what it says it keeps', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(...POLICIES), (body, unmapped) => {
        const { read, page: mapped, outcomes } = mapPage(body, MAPPING, { unmapped });
        const texts: string[] = [];
        const paths = new Set<string>();
        JSON.stringify(mapped.body, (key, value) => {
          if (key === 'call') paths.add(typeof value === 'string' ? value : value.path);
          if (typeof value === 'string') texts.push(value);
          return value;
        });
        const calls = new Map(everyCall(read.calls).map((call) => [call.path, call]));
        for (const { kind, id, result } of outcomes) {
          const call = kind === 'call' && result === 'kept' ? calls.get(id) : undefined;
          if (!call) continue;
          // As a node, a component, or in text as it is written.
          const written = body.slice(call.place.offset, call.place.offset + call.place.length);
          expect(paths.has(id) || texts.some((text) => text.includes(written)), `${id} of ${body}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('puts blocks and tabs only where they can stand', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(...POLICIES), (body, unmapped) => {
        const { page: mapped } = mapPage(body, MAPPING, { unmapped });
        walk(mapped.body, (node, parent) => {
          if (node.type === 'tab') expect(parent?.type).toBe('tabs');
          if (parent && INLINE_PARENTS.has(parent.type)) expect(INLINE_PARENTS_REFUSE).not.toContain(node.type);
        });
      }),
      { numRuns: 300 },
    );
  });
});

/** Any mapping that the schema accepts: rules of any kind with settings of any form. */
const sources = fc.oneof(
  fc.constantFrom('$a', '$0'),
  fc.record({ arg: fc.constantFrom('a', 0, ['b', 1]), default: fc.constantFrom('d', 2) }, { requiredKeys: ['arg'] }),
  fc.constantFrom(
    { inner: 'raw' },
    { inner: 'plain' },
    { parent: 'a' },
    { from: 'page.params.a' },
    { text: 'x${a}' },
    { asset: '/${a|0}' },
    { child: 'b', default: 'c' },
    { file: '${a}' },
    { arg: 'a', split: ',', at: 'ordinal' },
    { arg: 'a', map: { 1: 'one' }, read: 'markdown' },
    { arg: 'b', type: 'number' },
  ),
);

/** A literal of another kind than the setting's is refused; what calls and pages hold is not known before. */
const literals = {
  text: fc.constantFrom('word', '$$a', true, 3),
  number: fc.constantFrom(3, '4', '-0.5'),
  boolean: fc.constantFrom(true, false, 'true', 1),
};

const expressions = fc.oneof(literals.text, sources);

const VALUES: { readonly [F in SettingForm]: fc.Arbitrary<unknown> } = {
  text: expressions,
  content: expressions,
  number: fc.oneof(literals.number, sources),
  boolean: fc.oneof(literals.boolean, sources),
  map: fc.dictionary(fc.constantFrom('class', 'id', 'x'), expressions, { maxKeys: 2 }),
  word: fc.constant('Box'),
  paths: fc.constantFrom('page.params.a', ['site.params.x', 'page.params.${a}']),
  rule: fc.constantFrom({ as: 'code' }, { as: 'unwrap' }, { as: 'text', value: '$a' }),
  parts: fc.constantFrom(
    { split: { heading: 1 } },
    { split: { items: true } },
    { split: { break: true } },
    { split: { text: 'text' } },
  ),
};

const conditions = fc.constantFrom(
  undefined,
  { inner: true },
  { args: { a: [1, 'x'] } },
  { args: { 0: { present: false } } },
  { parent: true },
  { parent: ['tip'] },
  { notation: 'markdown' },
  { page: '/docs/**', language: 'en' },
);

const ruleOf = (kind: Kind): fc.Arbitrary<object> => {
  const settings = Object.entries(settingsOf(kind));
  const required = settings.flatMap(([name, info]) => (info.required ? [name] : []));
  const model = Object.fromEntries(
    settings.map(([name, { form, words: given }]) => [
      name,
      kind === 'container' && name === 'tagName'
        ? fc.constantFrom('div', 'span')
        : given
          ? fc.oneof(fc.constantFrom(...given), ...(form === 'word' ? [] : [sources]))
          : VALUES[form],
    ]),
  );
  return fc
    .tuple(fc.record(model, { requiredKeys: required }), conditions)
    .map(([own, when]) => ({ as: kind, ...own, ...(when && { when }) }));
};

const rules = fc.constantFrom(...KIND_NAMES).chain(ruleOf);

const mappings = fc.record({
  version: fc.constant(1),
  shortcodes: fc.dictionary(
    fc.constantFrom(...NAMES),
    fc.oneof(rules, fc.array(rules, { minLength: 1, maxLength: 2 })),
  ),
  elements: fc.array(
    fc.tuple(fc.constantFrom('b', 'i', 'div > p', '[x]'), rules).map(([match, rule]) => ({ ...rule, match })),
    { maxLength: 2 },
  ),
  code: fc.dictionary(fc.constant('x'), rules),
  alerts: fc.dictionary(fc.constantFrom('note', '*'), rules),
});

describe('applying any mapping to any page', () => {
  it('throws nothing, accounts for every call, and leaves a page of the model', () => {
    fc.assert(
      fc.property(bodies, mappings, (body, raw) => {
        const { mapping, diagnostics } = loadMapping([{ name: 'm.yaml', text: JSON.stringify(raw) }], {
          read: () => undefined,
          shipped: {},
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const source = `---\na: 1\n---\n${body}\n\n> [!NOTE] b\n> c {{< tip >}}`;
        const { read, outcomes, page: mapped } = mapPage(source, mapping);
        const ids = outcomes.map(({ kind, id }) => `${kind} ${id}`);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(expect.arrayContaining(readCalls(read).flatMap(idsOf)));
        walk(mapped.body, (node, parent) => {
          if (isPart(node) && node.type in PARENTS) expect(parent?.type).toBe(PARENTS[node.type]);
          if (parent?.type === 'gallery') expect(node.type).toBe('figure');
          if (parent && INLINE_PARENTS.has(parent.type)) expect(INLINE_PARENTS_REFUSE).not.toContain(node.type);
        });
        expect(checkNodes(MODEL, mapped.body)).toBeUndefined();
        for (const write of [writeHtmlText, writeMdxText]) expect(write(mapped, source)).toBeTypeOf('string');
      }),
      { numRuns: 400 },
    );
  });
});

/** What a part of a set stands in. */
const PARENTS: Readonly<Record<string, string>> = { tab: 'tabs', step: 'steps', card: 'cards', column: 'columns' };

const MODEL = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/model.json'), 'utf8')) as ModelSchema;

const markup: Markup = { ...defaultMarkup, unsafe: true };
const writeHtmlText = (page: Page, source: string): string =>
  writeHtml({ page, source, markup }, { form: 'fragment', unmapped: 'keep' }).text;
const writeMdxText = (page: Page, source: string): string => writeMdx({ page, source, markup }, {}).text;

describe('time', () => {
  const timeOf = (source: string): number => {
    const start = cpuTime();
    mapPage(source, MAPPING);
    return cpuTime() - start;
  };
  it.each([
    ['calls that fail where they stand', (n: number) => `# ${'{{< tip >}}'.repeat(n)}x${'{{< /tip >}}'.repeat(n)}`],
    ['nested calls', (n: number) => `${'{{< un >}}\n'.repeat(n)}x${'\n{{< /un >}}'.repeat(n)}`],
    ['nested elements with rules', (n: number) => `# ${'<i>'.repeat(n)}x${'</i>'.repeat(n)}`],
  ])('does not double with each level of %s', (_, make) => {
    timeOf(make(10));
    expect(timeOf(make(60))).toBeLessThan(2000);
  });

  it('grows with the number of calls', () => {
    const many = (n: number): string => '{{< tip a=1 >}}x{{< /tip >}} [a](/{{< txt a=b >}})\n\n'.repeat(n);
    timeOf(many(200));
    const base = Math.max(timeOf(many(500)), 5);
    expect(timeOf(many(4000))).toBeLessThan(base * 8 * 4);
  });
});

const words = (text: string): string[] => text.split(' ');
const INLINE_PARENTS = new Set(words('heading paragraph tableCell link emphasis strong elementInline componentInline'));
const INLINE_PARENTS_REFUSE = words(
  'paragraph admonition tabs steps cards columns gallery video diagram figure code details embed container componentBlock elementBlock shortcodeBlock mathBlock list blockquote heading',
);

/** The calls that the reader has put into the body; accounting for the others is not a mapping's affair. */
function readCalls(page: Page): CallTree[] {
  const paths = new Set<string>();
  JSON.stringify(page.body, (key, value) => {
    if (key === 'call') paths.add(value.path);
    return value;
  });
  const isRead = ({ path }: CallTree): boolean =>
    paths.has(path) || [...paths].some((other) => path.startsWith(`${other}.`));
  return everyCall(page.calls).filter(isRead);
}

const everyCall = (calls: readonly CallTree[]): CallTree[] => calls.flatMap((call) => [call, ...everyCall(call.calls)]);

function idsOf(call: CallTree): string[] {
  const names = call.arguments.items.map((argument, at) => ('name' in argument ? String(argument.name) : String(at)));
  return [`call ${call.path}`, ...names.map((name) => `argument ${call.path}/${name}`)];
}

function elementIds(body: Parameters<typeof walk>[0]): Set<string> {
  const ids = new Set<string>();
  walk(body, (node) => {
    if ((node.type === 'elementBlock' || node.type === 'elementInline') && node.openTag && node.place) {
      ids.add(`${node.tagName}@${node.place.offset}`);
    }
  });
  return ids;
}
