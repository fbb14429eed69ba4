/** Findings about what a mapping made of a page: they stand at the page's line and column. */
import type { Rules } from '../rule.ts';

/** `name` is the shortcode, element or code fence as a reader would call it; `rule` the rule's id. */
interface Subject {
  name: string;
  rule: string;
}

export interface MappingUseFacts {
  'mapping-unmapped-component': { name: string; component: string; count: number };
  'mapping-unmapped-kept': { name: string; count: number };
  'mapping-unmapped-dropped': { name: string; how: 'drop' | 'unwrap' };
  'mapping-unmapped-error': { name: string };
  'mapping-unused-argument': Subject & { argument: string };
  'mapping-unused-inner': Subject;
  /** `absent` are the arguments that the setting is made of and the call lacks. */
  'mapping-missing-value': Subject & { setting: string; absent: readonly string[] };
  'mapping-bad-conversion': Subject & { value: string; expected: string };
  'mapping-unlisted-value': Subject & { value: string; listed: readonly string[] };
  'mapping-empty-set': Subject & { part: string };
  'mapping-misplaced': Subject & { kind: string; where: string };
  'mapping-in-string': { name: string };
  'mapping-paragraph-split': Subject;
  'mapping-stray-content': Subject & { part: string };
  'mapping-unresolved-reference': Subject & { path: string };
  'mapping-unresolved-value': Subject & { paths: readonly string[] };
  'mapping-component-foreign': { component: string; from: string; target: string };
  'mapping-component-collision': { component: string; first: string; second: string };
  'mapping-renamed-prop': { name: string; argument: string; prop: string };
  'mapping-call-without-place': { name: string };
  'mapping-unused-rule': { table: string; name: string; nearest?: string };
  /** An argument that a rule speaks of. `known` are those of its shortcode, or of the call around it. */
  'mapping-unknown-argument': { name: string; argument: string; known: readonly string[]; nearest?: string };
  'mapping-variable-open': { name: string; rule: string; variable: string };
  'mapping-no-rule': { name: string; calls: number; policy: string };
  'mapping-file-not-found': Subject & { path: string };
  'mapping-include-cycle': Subject & { path: string };
  'mapping-include-findings': { name: string; file: string; count: number; first: string };
}

const times = (count: number): string => (count > 1 ? ` (${count} calls on this page)` : '');

export const mappingUseRules: Rules<MappingUseFacts> = {
  'mapping-unmapped-component': {
    severity: 'info',
    message: ({ name, component, count }) =>
      `no rule takes “${name}”: it becomes the component ${component}${times(count)}`,
    hint: ({ name, component }) => `write ${component}, or a rule for “${name}” in the mapping`,
    about:
      'With `unmapped: component` a shortcode without a rule keeps its arguments as props and its inner text as children. Reported once a page.',
    bad: '{{< feature_block header="Fast" >}}',
    good: 'shortcodes:\n  feature_block: { as: component, name: FeatureBlock, props: { title: $header } }',
  },
  'mapping-unmapped-kept': {
    severity: 'warning',
    message: ({ name, count }) => `no rule takes “${name}”: it stays a shortcode${times(count)}`,
    hint: ({ name }) => `write a rule for “${name}” in the mapping: {{< >}} means nothing outside of Hugo`,
    about: 'A shortcode without a rule stands in the output as Hugo’s own syntax. Reported once a page.',
    bad: '{{< legacy >}}',
    good: 'shortcodes:\n  legacy: { as: drop }',
  },
  'mapping-unmapped-dropped': {
    severity: 'warning',
    message: ({ name, how }) =>
      how === 'drop'
        ? `“${name}” is left out, as all calls without a rule are`
        : `of “${name}” only the inner content is kept, as of all calls without a rule`,
    hint: ({ name }) => `write a rule for “${name}” in the mapping`,
    about: 'With `unmapped: drop` or `unwrap` a shortcode without a rule loses its arguments, or all.',
    bad: '{{< price amount=5 >}}',
    good: 'shortcodes:\n  price: { as: component, name: Price }',
  },
  'mapping-unmapped-error': {
    severity: 'error',
    message: ({ name }) => `no rule takes “${name}”`,
    hint: ({ name }) => `write a rule for “${name}” in the mapping`,
    about: 'With `unmapped: error` every shortcode needs a rule.',
    bad: '{{< legacy >}}',
    good: 'shortcodes:\n  legacy: { as: drop }',
  },
  'mapping-unused-argument': {
    severity: 'warning',
    message: ({ name, argument, rule }) => `the argument “${argument}” of “${name}” is lost: ${rule} does not use it`,
    hint: ({ argument }) => `use it in the rule ($${argument}), or say that it means nothing: ignore: [${argument}]`,
    about: 'A rule takes the call, and one of its arguments has no place in the result.',
    bad: 'tip: { as: admonition, kind: tip }   # {{< tip title="First" >}}',
    good: 'tip: { as: admonition, kind: tip, title: $title }',
  },
  'mapping-unused-inner': {
    severity: 'warning',
    message: ({ name, rule }) => `the inner text of “${name}” is lost: ${rule} does not use it`,
    hint: () => 'choose a kind with content, such as container or details, or use { inner: plain } in a setting',
    about: 'A call has inner text, and its rule makes something that has no content.',
    bad: 'youtube: { as: embed, provider: youtube, id: $0 }   # {{< youtube x >}}Caption{{< /youtube >}}',
    good: 'youtube: { as: embed, provider: youtube, id: $0, title: { inner: plain } }',
  },
  'mapping-missing-value': {
    severity: 'warning',
    message: ({ name, setting, rule, absent: [argument] }) =>
      argument === undefined
        ? `this “${name}” gives ${rule} nothing for “${setting}”`
        : `this “${name}” has no argument “${argument}”, which ${rule} needs for “${setting}”`,
    hint: ({ setting, absent }) => {
      const first = absent.length > 0 ? 'add it to the call' : 'correct where the rule takes it from';
      return `${first}, or say what counts without it: ${setting}: { …, default: … }`;
    },
    about:
      'A setting that the result cannot do without has no value, so the call is treated as one without a rule. Only a tab goes on, with its number as its label.',
    bad: '{{< figure alt="A chart" >}}',
    good: '{{< figure src="chart.png" alt="A chart" >}}',
  },
  'mapping-bad-conversion': {
    severity: 'warning',
    message: ({ name, value, expected }) => `“${value}” in “${name}” should be ${expected}`,
    hint: ({ value, expected }) => `write ${expected} in the call, or put it right in the rule: map: { ${value}: … }`,
    about:
      'A rule asks for a type or a word that the argument does not have. A prop keeps the text, a setting goes without.',
    bad: 'columns: { arg: columns, type: number }   # {{< grid columns="many" >}}',
    good: 'columns: { arg: columns, type: number }   # {{< grid columns="3" >}}',
  },
  'mapping-unlisted-value': {
    severity: 'warning',
    message: ({ name, value, rule }) => `“${value}” in “${name}” is not in the map of ${rule}, so the default counts`,
    hint: ({ value, listed }) => `add it to the map: { ${value}: … }, beside ${listed.join(', ')}`,
    about: 'A rule replaces the values of an argument through a map, and this value is not in it.',
    bad: 'kind: { arg: color, map: { warning: warning }, default: note }   # {{< alert color="purple" >}}',
    good: 'kind: { arg: color, map: { warning: warning, purple: tip }, default: note }',
  },
  'mapping-empty-set': {
    severity: 'warning',
    message: ({ name, part }) => `nothing inside “${name}” becomes a ${part}`,
    hint: ({ part }) => `write a rule for the calls in it: { as: ${part}, … }`,
    about:
      'A rule makes a set of tabs, steps, cards or columns, and there are none in it, so the call is treated as one without a rule.',
    bad: 'tabs: { as: tabs }   # {{< tabs >}}{{< pane "A" >}}…{{< /pane >}}{{< /tabs >}}',
    good: 'tabs: { as: tabs }\npane: { as: tab, label: $0 }',
  },
  'mapping-misplaced': {
    severity: 'warning',
    message: ({ name, kind, where }) => `“${name}” becomes ${kind}, which cannot stand ${where}`,
    hint: () => 'move the call to a paragraph of its own, or give it another rule with when',
    about:
      'A block cannot stand inside a line of text: a heading, a table cell, a link. The call is treated as one without a rule.',
    bad: '## Setup {{< tip >}}read this{{< /tip >}}',
    good: '## Setup\n\n{{< tip >}}read this{{< /tip >}}',
  },
  'mapping-in-string': {
    severity: 'warning',
    message: ({ name }) => `“${name}” stands inside a text where only text can stand, and its rule yields none`,
    hint: ({ name }) => `write a rule for “${name}” that yields text: { as: value, from: … } or { as: text, value: … }`,
    about: 'A call in a link’s address, in code or in an attribute must become text. This one stays as it is.',
    bad: '[download](https://example.org/{{< version >}}/app.zip)   # without a rule for version',
    good: 'version: { as: value, from: site.params.version }',
  },
  'mapping-paragraph-split': {
    severity: 'info',
    message: ({ name }) => `“${name}” becomes a block, so the paragraph around it is split`,
    hint: () => 'put the call on lines of its own, with blank lines around it',
    about: 'A call inside a paragraph yields a block. Browsers end the paragraph there, and so does decant.',
    bad: 'See this {{< figure src="a.png" caption="A" >}} picture.',
    good: 'See this picture.\n\n{{< figure src="a.png" caption="A" >}}',
  },
  'mapping-stray-content': {
    severity: 'warning',
    message: ({ name, part }) => `there is content in “${name}” that is in no ${part}: it is put in front of the set`,
    hint: ({ part, name }) => `move it into a ${part}, or out of “${name}”`,
    about: 'A set of tabs, steps, cards, columns or pictures holds nothing else.',
    bad: '{{< tabs >}}\nPick one:\n{{< tab "A" >}}…{{< /tab >}}\n{{< /tabs >}}',
    good: 'Pick one:\n\n{{< tabs >}}\n{{< tab "A" >}}…{{< /tab >}}\n{{< /tabs >}}',
  },
  'mapping-unresolved-reference': {
    severity: 'error',
    message: ({ name, path }) => `“${name}” finds no page for “${path}”`,
    hint: () =>
      'correct the path: from this page’s folder, from the content root with a leading /, or a unique file name',
    about: 'Hugo ends the build with REF_NOT_FOUND here. The call is left as it is.',
    bad: '[setup]({{< ref "setpu.md" >}})',
    good: '[setup]({{< ref "setup.md" >}})',
  },
  'mapping-unresolved-value': {
    severity: 'error',
    message: ({ name, paths }) => `“${name}” finds no value at ${paths.join(' or ')}`,
    hint: () => 'define the value in the site’s configuration, a data file or the page’s front matter',
    about: 'A rule takes a value of the page or the site that is not there, or is not one line of text.',
    bad: '{{< param versoin >}}',
    good: '{{< param version >}}',
  },
  'mapping-component-foreign': {
    severity: 'warning',
    message: ({ component, from, target }) =>
      `${component} comes from ${from}, which only Docusaurus resolves: pages with it do not build in ${target}`,
    hint: ({ component, target }) =>
      `under perTarget: ${target}: components: write where ${component} is, or move it to @site/src/components/${component}, which means the site’s own components in every target`,
    about:
      'A mapping that was written for Docusaurus names modules by words that only Docusaurus knows, as `@site` and `@theme`. A component in the folder where Docusaurus sites keep their own is one of the site’s own in every target; of others it has to be said where they are.',
    bad: 'components:\n  Chart: { import: "@site/src/charts/Chart" }     # converted to starlight',
    good: 'perTarget:\n  starlight:\n    components:\n      Chart: { import: "~/charts/Chart.astro" }',
  },
  'mapping-component-collision': {
    severity: 'warning',
    message: ({ component, first, second }) => `“${first}” and “${second}” both become the component ${component}`,
    hint: ({ second }) => `give one of them a rule with a name of its own: ${second}: { as: component, name: … }`,
    about: 'Component names are made from shortcode names, and two of them came out alike.',
    bad: '{{< code-toggle >}} and {{< code_toggle >}}',
    good: 'code_toggle: { as: component, name: OldCodeToggle }',
  },
  'mapping-renamed-prop': {
    severity: 'info',
    message: ({ name, argument, prop }) => `the argument “${argument}” of “${name}” becomes the prop ${prop}`,
    hint: () => 'write a rule with props to choose the name',
    about: 'Some names cannot be props: React keeps key and ref to itself, and JSX has no dots in attribute names.',
    bad: '{{< card key="a" >}}',
    good: 'card: { as: component, name: Card, props: { id: $key } }',
  },
  'mapping-call-without-place': {
    severity: 'warning',
    message: ({ name }) => `“${name}” stands where a page shows nothing, so the call was dropped`,
    hint: () => 'move the call to where it can be seen',
    about:
      'A call can stand where nothing is shown: in a table cell beyond the last column, which Hugo drops too, or in HTML that is broken around it or nested too deep.',
    bad: '| a |\n|---|\n| b | {{< icon star >}} |',
    good: '| a | b |\n|---|---|\n| b | {{< icon star >}} |',
  },
  'mapping-file-not-found': {
    severity: 'error',
    message: ({ name, path }) => `“${name}” names the file ${path}, which the site has not`,
    hint: () =>
      'write its path from the site’s folder, or from the page’s own: in the call, or in the rule around ${…}',
    about: 'A rule takes in a file of the site. It is looked for from the site’s folder, then from that of the page.',
    bad: '{{< readfile "exmaples/run.sh" >}}',
    good: '{{< readfile "examples/run.sh" >}}',
  },
  'mapping-include-cycle': {
    severity: 'error',
    message: ({ name, path }) => `“${name}” takes in ${path}, which takes in itself`,
    hint: () => 'take the call out of one of the files',
    about: 'A file that is taken in cannot take in the page that does so, or itself.',
    bad: '{{% include "shared/note.md" %}}   # in shared/note.md',
    good: '{{% include "shared/other.md" %}}',
  },
  'mapping-include-findings': {
    severity: 'warning',
    message: ({ name, file, count, first }) =>
      `“${name}” takes in ${file}, which has ${count > 1 ? `${count} findings of its own, such as` : 'a finding of its own:'} ${first}`,
    hint: ({ file }) => `decant export ${file} shows them`,
    about:
      'The content of another file is read and mapped as a part of the page; what is found there has places there.',
    bad: '{{% include "shared/note.md" %}}   # where note.md has a broken reference',
    good: '{{% include "shared/note.md" %}}',
  },
  'mapping-no-rule': {
    severity: 'warning',
    message: ({ name, calls, policy }) =>
      `no rule takes ${calls} ${calls === 1 ? 'call' : 'calls'} of “${name}” (unmapped: ${policy})`,
    hint: ({ name }) => `write under shortcodes: ${name}: { as: … }; decant mapping list shows the kinds`,
    about:
      '`decant mapping check` names every shortcode of the site that the mapping says nothing about, with its first call.',
    bad: '{{< feature_block header="Fast" >}}',
    good: 'shortcodes:\n  feature_block: { as: card, title: $header }',
  },
  'mapping-variable-open': {
    severity: 'warning',
    message: ({ name, variable }) =>
      `“${name}” stands for the variable ${variable}, which has no value: its name is written`,
    hint: ({ variable }) => `give the rule one: value: "…", or from: site.params.${variable}`,
    about: 'A rule of the kind `variable` says where the value stands, or says it itself.',
    bad: 'shortcodes: { version: { as: variable, name: version } }',
    good: 'shortcodes: { version: { as: variable, name: version, value: "1.8" } }',
  },
  'mapping-unused-rule': {
    severity: 'info',
    message: ({ table, name }) => `nothing on the site is taken by this rule for ${name} (${table})`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'correct its name or its conditions, or take it out'
        : `did you mean “${nearest}”, which no rule takes?`,
    about:
      'A run over a whole site has met nothing that the rule applies to. Rules of shipped mappings are not reported.',
    bad: 'shortcodes: { tipp: { as: admonition, kind: tip } }   # the site calls it tip',
    good: 'shortcodes: { tip: { as: admonition, kind: tip } }',
  },
  'mapping-unknown-argument': {
    severity: 'info',
    message: ({ name, argument }) => `no call of “${name}” has the argument “${argument}”`,
    hint: ({ known, nearest }) => {
      if (nearest !== undefined) return `did you mean “${nearest}”?`;
      return known.length > 0 ? `the site has ${known.join(', ')}` : 'the calls on this site have no arguments';
    },
    about:
      '`decant mapping check` holds the arguments that a rule speaks of against those that the calls have and the template knows. Rules of shipped mappings are not reported.',
    bad: 'tip: { as: admonition, kind: tip, title: $titel }   # {{< tip title="First" >}}',
    good: 'tip: { as: admonition, kind: tip, title: $title }',
  },
};
