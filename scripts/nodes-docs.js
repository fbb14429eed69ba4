/** Makes docs/nodes.md: one example of each semantic node, run through every target, so that the page cannot go stale. */

/** A rule and a call of it, for each kind that makes a node of its own. */
const EXAMPLES = [
  {
    kind: 'admonition',
    rule: 'tip: { as: admonition, kind: tip, title: $title }',
    source: '{{< tip title="Try it" >}}It *works*.{{< /tip >}}',
  },
  {
    kind: 'tabs',
    rule: 'tabs: { as: tabs, group: $group }\ntab: { as: tab, label: $0 }',
    source:
      '{{< tabs group="os" >}}\n{{< tab "Linux" >}}apt{{< /tab >}}\n{{< tab "macOS" >}}brew{{< /tab >}}\n{{< /tabs >}}',
  },
  {
    kind: 'steps',
    rule: 'steps: { as: steps }\nstep: { as: step, title: $0 }',
    source:
      '{{< steps >}}\n{{< step "Install" >}}Run it.{{< /step >}}\n{{< step "Check" >}}Look.{{< /step >}}\n{{< /steps >}}',
  },
  {
    kind: 'cards',
    rule: 'cards: { as: cards, columns: { arg: cols, type: number } }\ncard: { as: card, title: $title, link: $link, icon: $icon }',
    source:
      '{{< cards cols=2 >}}\n{{< card title="Start" link="https://example.com/" icon="rocket" >}}In five minutes{{< /card >}}\n{{< /cards >}}',
  },
  {
    kind: 'columns',
    rule: 'columns: { as: columns, children: { split: { text: "<--->" } } }',
    source: '{{< columns >}}\nLeft\n\n<--->\n\nRight\n{{< /columns >}}',
  },
  {
    kind: 'details',
    rule: 'more: { as: details, summary: $0 }',
    source: '{{< more "Why?" >}}Because.{{< /more >}}',
  },
  {
    kind: 'figure',
    rule: 'photo: { as: figure, src: $src, alt: $alt, caption: $caption }',
    source: '{{< photo src="https://example.com/a.png" alt="A cat" caption="Tom" >}}',
  },
  {
    kind: 'gallery',
    rule: 'gallery: { as: gallery }',
    source:
      '{{< gallery >}}\n![A cat](https://example.com/a.png)\n![A dog](https://example.com/b.png)\n{{< /gallery >}}',
  },
  {
    kind: 'video',
    rule: 'film: { as: video, src: $0, width: $1 }',
    source: '{{< film "https://example.com/tour.mp4" 640 >}}',
  },
  {
    kind: 'audio',
    rule: 'sound: { as: audio, src: $0 }',
    source: '{{< sound "https://example.com/tone.ogg" >}}',
  },
  {
    kind: 'embed',
    rule: 'talk: { as: embed, provider: youtube, id: $0, title: $1 }',
    source: '{{< talk "0RKpf3rK57I" "A talk" >}}',
  },
  {
    kind: 'diagram',
    rule: 'mermaid: { as: diagram }',
    source: '{{< mermaid >}}\ngraph LR\n  A --> B\n{{< /mermaid >}}',
  },
  {
    kind: 'code',
    rule: 'shell: { as: code, lang: bash, title: $file }',
    source: '{{< shell file="run.sh" >}}\necho hi\n{{< /shell >}}',
  },
  { kind: 'math', rule: 'tex: { as: math }', source: '{{< tex >}}a^2{{< /tex >}}' },
  {
    kind: 'button',
    rule: 'button: { as: button, url: $0, kind: primary }',
    source: '{{< button "https://example.com/" >}}Start{{< /button >}}',
  },
  { kind: 'badge', rule: 'since: { as: badge, kind: tip, text: $0 }', source: 'It came {{< since "1.2" >}} to us.' },
  { kind: 'icon', rule: 'icon: { as: icon, name: $0, label: $1 }', source: 'We {{< icon heart "love" >}} it.' },
  {
    kind: 'variable',
    rule: 'version: { as: variable, name: version, value: "1.8" }',
    source: 'Release {{< version >}} is [here](https://example.com/{{< version >}}/).',
  },
  {
    kind: 'container',
    rule: 'box: { as: container, attributes: { class: $0 } }',
    source: '{{< box wide >}}Text{{< /box >}}',
  },
  {
    kind: 'component',
    rule: 'price: { as: component, name: Price, props: { amount: { arg: 0, type: number } } }',
    source: '{{< price 5 >}}Each{{< /price >}}',
  },
];

export async function createNodesDocs({ runExamples, loadMapping, mappingFacts, TARGETS }) {
  const targets = Object.keys(TARGETS);
  const sections = [];
  const rows = [];
  for (const { kind, rule, source } of EXAMPLES) {
    const text = `version: 1\nshortcodes:\n${rule.replace(/^/gm, '  ')}\n`;
    const { mapping, diagnostics } = loadMapping([{ name: `${kind}.yaml`, text }], {
      read: () => undefined,
      shipped: {},
    });
    if (diagnostics.length > 0) throw new Error(`the example for ${kind}: ${JSON.stringify(diagnostics)}`);
    const expect = targets.map((target) => [target, '']);
    const place = { line: 1, column: 1, offset: 0, length: 0 };
    const example = { name: kind, file: `${kind}.yaml`, place, source, expect };
    const read = { mapping, facts: mappingFacts(mapping), diagnostics, sourceOf: () => undefined };
    const { results } = await runExamples(read, [example]);
    const outputs = results.map(({ target, found }) => ({ target, text: shown(target, found) }));
    rows.push(
      `| [\`${kind}\`](#${kind}) | ${outputs.map(({ target, text: output }) => cell(target, output)).join(' | ')} |`,
    );
    sections.push(section(kind, rule, source, outputs));
  }
  const head = `| node | ${targets.join(' | ')} |\n|---|${targets.map(() => '---').join('|')}|`;
  return `${INTRODUCTION}\n${head}\n${rows.join('\n')}\n\n${sections.join('\n')}`;
}

const INTRODUCTION = `# What each target writes

A mapping says what a shortcode means; each target says it in its own way. This page is made by running the examples: first how
each node begins in each target, then a rule, a call and what they become. Components that a target's framework does not bring
are yours to write, or to import with \`components:\` in the mapping.
`;

const LANGUAGES = { html: 'html', contentful: 'json' };

function section(kind, rule, source, outputs) {
  const parts = outputs.map(({ target, text }) => `${target}:\n\n${fenced(LANGUAGES[target] ?? 'mdx', text)}`);
  const mapping = `shortcodes:\n${rule.replace(/^/gm, '  ')}`;
  return `## ${kind}\n\n${fenced('yaml', mapping)}\n\n${fenced('markdown', source)}\n\n${parts.join('\n\n')}\n`;
}

/** A fence that is longer than any in the text. */
function fenced(lang, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${lang}\n${text}\n${fence}`;
}

/** The text of a page; of an export for Contentful the entries inside the page, the ones that others embed first. */
function shown(target, found) {
  if (target !== 'contentful') return withoutFrontMatter(found).trim();
  const entries = JSON.parse(found).entries.filter(({ sys }) => sys.id !== 'page.page');
  return entries.flatMap(entryLines).join('\n');
}

/** What a target says of the page itself is not the node's affair. */
function withoutFrontMatter(text) {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 4) : -1;
  return end < 0 ? text : text.slice(end + 5);
}

function entryLines({ sys, fields }) {
  const type = sys.contentType.sys.id;
  if (type === 'page' || type === 'siteSettings' || sys.id.startsWith('site')) return [];
  const shownFields = Object.entries(fields)
    .filter(([name]) => name !== 'internalName')
    .map(([name, values]) => [name, simple(Object.values(values)[0])]);
  return [`{ "${type}": ${JSON.stringify(Object.fromEntries(shownFields))} }`];
}

/** A value of a field in short: rich text as its words, links as what they lead to. */
function simple(value) {
  if (Array.isArray(value)) return value.map(simple);
  if (typeof value !== 'object' || value === null) return value;
  if (value.nodeType === 'document') return `rich text: ${wordsOf(value)}`;
  return value.sys?.type === 'Link' ? `→ ${value.sys.id.split('.')[0]}` : value;
}

const wordsOf = (node) => node.value ?? (node.content ?? []).map(wordsOf).join('');

/** How a node begins: its first tag or line, or the content type of its entry. */
function cell(target, text) {
  if (target === 'contentful') {
    const last = text.split('\n').at(-1) ?? '';
    return last === '' ? 'rich text' : `entry \`${JSON.stringify(last).split('\\"')[1]}\``;
  }
  const tag = /<(?!p>)[A-Za-z][^\s/>]*/.exec(text);
  const [line = ''] = text.split('\n');
  const begin = tag && !line.startsWith('```') && !line.startsWith(':::') ? `${tag[0]}>` : line;
  return `\`${begin.includes('`') ? ` ${begin} ` : begin}\``.replace(/^`(?= .*`)/, '`` ').replace(/(?<= )`$/, ' ``');
}
