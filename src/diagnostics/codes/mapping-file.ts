/** Findings about a mapping file itself: they stand at the YAML's own line and column. */
import type { Rules } from '../rule.ts';

export interface MappingFileFacts {
  'mapping-syntax': { message: string; remedy?: SyntaxRemedy };
  'mapping-unknown-key': { where: string; key: string; known: readonly string[]; nearest?: string };
  'mapping-missing-key': { where: string; key: string };
  'mapping-unknown-value': { where: string; value: string; allowed: readonly string[]; nearest?: string };
  'mapping-bad-value': { where: string; expected: string; found: string };
  'mapping-bad-template': { where: string; template: string; reason: string };
  'mapping-bad-rewrite': { where: string; reason: string };
  'mapping-bad-selector': { where: string; selector: string; reason: string };
  'mapping-unknown-shipped': { name: string; known: readonly string[]; nearest?: string };
  'mapping-missing-file': { file: string };
  'mapping-missing-package': { name: string };
  'mapping-unknown-target': { target: string; known: readonly string[]; nearest?: string };
  'mapping-extends-cycle': { files: readonly string[] };
  'mapping-duplicate-rule': { where: string; name: string; other: string };
  'mapping-conflicting-facts': { name: string; fact: string; first: string; second: string };
  'mapping-dead-rule': { rule: string };
  'mapping-nothing-inherited': { where: string };
}

/** What a fault in YAML asks for. */
export type SyntaxRemedy = 'tab' | 'twice' | 'unclosed' | 'quotes' | 'columns';

const REMEDIES: ReadonlyMap<SyntaxRemedy, string> = new Map([
  ['tab', 'indent with spaces, two for each level'],
  ['twice', 'take one of the two out, or write the rules of one name as a list below it'],
  ['unclosed', 'close the quote, the { or the [ that was opened here or on a line above'],
  ['quotes', 'put the text in quotes: a colon and a blank, or a sign such as @ or %, means something to YAML'],
  ['columns', 'begin the keys of one map in the same column'],
]);

const listed = (words: readonly string[]): string => words.join(', ');

export const mappingFileRules: Rules<MappingFileFacts> = {
  'mapping-syntax': {
    severity: 'error',
    message: ({ message }) => `the mapping is not YAML that decant can read: ${message}`,
    hint: ({ remedy }) =>
      (remedy && REMEDIES.get(remedy)) ?? 'check the indentation, the quotes and the colons of this line',
    about: 'A mapping file is YAML 1.2. A file that cannot be read has no effect at all, so this is an error.',
    bad: 'shortcodes:\n  tip: { as: admonition, kind: tip',
    good: 'shortcodes:\n  tip: { as: admonition, kind: tip }',
  },
  'mapping-unknown-key': {
    severity: 'error',
    message: ({ where, key }) => `“${key}” is no key of ${where}`,
    hint: ({ key, known, nearest }) => {
      if (known.length === 0) return `take “${key}” out: it has no meaning here`;
      if (key === 'mapping') return 'name a file with “mapping:” in it by --config: it is no mapping, but holds one';
      return nearest === undefined ? `write one of ${listed(known)}` : `did you mean “${nearest}”?`;
    },
    about: 'A key that decant does not know has no effect, and is most often misspelt.',
    bad: 'shortcodes:\n  tip: { as: admonition, kind: tip, tilte: $title }',
    good: 'shortcodes:\n  tip: { as: admonition, kind: tip, title: $title }',
  },
  'mapping-missing-key': {
    severity: 'error',
    message: ({ where, key }) => `${where} needs the key “${key}”`,
    hint: ({ key }) => `add “${key}: ${key === 'version' ? '1' : '…'}”`,
    about: 'A rule lacks a setting without which it cannot make anything.',
    bad: 'shortcodes:\n  tip: { as: admonition }',
    good: 'shortcodes:\n  tip: { as: admonition, kind: tip }',
  },
  'mapping-unknown-value': {
    severity: 'error',
    message: ({ where, value }) => `${where} cannot be “${value}”`,
    hint: ({ allowed, nearest }) => {
      if (allowed.length === 1) return `write ${listed(allowed)}`;
      return nearest === undefined
        ? `write one of ${listed(allowed)}`
        : `did you mean “${nearest}”? It can be ${listed(allowed)}`;
    },
    about: 'A setting takes one of a few words, and this is none of them.',
    bad: 'shortcodes:\n  tip: { as: admonitoin, kind: tip }',
    good: 'shortcodes:\n  tip: { as: admonition, kind: tip }',
  },
  'mapping-bad-value': {
    severity: 'error',
    message: ({ where, expected, found }) => `${where} must be ${expected}, not ${found}`,
    hint: ({ expected }) => `write ${expected}`,
    about: 'A setting has a value of the wrong shape.',
    bad: 'shortcodes:\n  card: { as: component, name: feature card }',
    good: 'shortcodes:\n  card: { as: component, name: FeatureCard }',
  },
  'mapping-bad-template': {
    severity: 'error',
    message: ({ where, template, reason }) => `${where}: ${reason} in “${template}”`,
    hint: () => 'write ${name} for a named argument, ${0} for the first one, $${ for the two characters themselves',
    about: 'A text with arguments in it, such as `/img/${image}`, has a part that is not an argument.',
    bad: 'image: { asset: "/img/${image" }',
    good: 'image: { asset: "/img/${image}" }',
  },
  'mapping-bad-rewrite': {
    severity: 'error',
    message: ({ where, reason }) => `${where} cannot be rewritten so: ${reason}`,
    hint: () => 'count the wildcards of match from 1; $$ stands for a dollar',
    about: 'In the new address of a rule for links `$1` stands for what the first wildcard of the old one stood for.',
    bad: 'links:\n  - { match: https://old.example/**, rewrite: https://new.example/$2 }',
    good: 'links:\n  - { match: https://old.example/**, rewrite: https://new.example/$1 }',
  },
  'mapping-bad-selector': {
    severity: 'error',
    message: ({ where, selector, reason }) => `${where}: “${selector}” is no selector that decant can match: ${reason}`,
    hint: () => 'use tags, .classes, #ids, [attributes], :not(…), :is(…), and spaces or > between them',
    about: 'Raw HTML is matched by CSS selectors that look at an element and what it stands in, not at its neighbours.',
    bad: 'elements:\n  - { match: "p + div", as: unwrap }',
    good: 'elements:\n  - { match: "div.note", as: unwrap }',
  },
  'mapping-unknown-shipped': {
    severity: 'error',
    message: ({ name }) => `decant ships no mapping called “${name}”`,
    hint: ({ known, nearest }) =>
      nearest === undefined
        ? `write one of ${listed(known)}, or the path of a file, beginning with ./`
        : `did you mean “${nearest}”? A file of yours is written as a path: ./${nearest}.yaml`,
    about: '`extends` names a mapping that comes with decant, or the path of a file.',
    bad: 'extends: [hugoo]',
    good: 'extends: [hugo]',
  },
  'mapping-missing-file': {
    severity: 'error',
    message: ({ file }) => `${file} is not there`,
    hint: () => 'correct the path: it is seen from the file that names it',
    about: '`extends`, or `mapping:` in `decant.yaml`, names a file that is not there.',
    bad: 'extends: [./shared/bse.yaml]',
    good: 'extends: [./shared/base.yaml]',
  },
  'mapping-unknown-target': {
    severity: 'error',
    message: ({ target }) => `there is no target ${target}`,
    hint: ({ known, nearest }) =>
      nearest === undefined ? `write one of ${listed(known)}` : `did you mean “${nearest}”?`,
    about: 'What stands under `perTarget`, and what an example expects, is said by target.',
    bad: 'perTarget:\n  contentfull:\n    unmapped: drop',
    good: 'perTarget:\n  contentful:\n    unmapped: drop',
  },
  'mapping-missing-package': {
    severity: 'error',
    message: ({ name }) => `no package ${name} with a mapping is installed`,
    hint: ({ name }) =>
      `npm install ${name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')}, or write ./${name} for a file beside this one`,
    about:
      '`extends` names a package. Its file mapping.yaml counts, or the one whose path follows the name; it is looked for in node_modules beside the mapping and above.',
    bad: "extends: ['@acme/decant-docs']   # without the package",
    good: "extends: ['@acme/decant-docs']   # npm install @acme/decant-docs",
  },
  'mapping-extends-cycle': {
    severity: 'error',
    message: ({ files }) => `mappings extend each other: ${files.join(' → ')}`,
    hint: () => 'take out one of these extends',
    about: 'A mapping extends itself, directly or through others, so none of them comes first.',
    bad: '# a.yaml\nextends: [./b.yaml]\n# b.yaml\nextends: [./a.yaml]',
    good: '# a.yaml\nextends: [./b.yaml]\n# b.yaml\nversion: 1',
  },
  'mapping-duplicate-rule': {
    severity: 'error',
    message: ({ where, name, other }) => `${where} has both “${other}” and “${name}”, which Hugo takes for the same`,
    hint: ({ other }) => `put the two under “${other}” as a list of rules`,
    about: 'Names of shortcodes and front matter keys ignore case, so two keys that differ in case alone are one.',
    bad: 'shortcodes:\n  tip: { as: unwrap }\n  Tip: { as: drop }',
    good: 'shortcodes:\n  tip: { as: unwrap }',
  },
  'mapping-conflicting-facts': {
    severity: 'error',
    message: ({ name, fact, first, second }) =>
      `the rules of “${name}” say both ${fact}: ${first} and ${fact}: ${second}`,
    hint: ({ fact }) => `say “${fact}” once: it is read before a rule is chosen, and counts for all of them`,
    about: 'How the inner text is read is a property of the shortcode, not of a single call.',
    bad: 'shortcodes:\n  x:\n    - { when: { args: { 0: a } }, as: unwrap, inner: raw }\n    - { as: unwrap, inner: html }',
    good: 'shortcodes:\n  x:\n    - { when: { args: { 0: a } }, as: unwrap, inner: raw }\n    - { as: unwrap }',
  },
  'mapping-dead-rule': {
    severity: 'warning',
    message: ({ rule }) => `this rule never applies, for ${rule} before it always does`,
    hint: () => 'put the rule without “when” last',
    about: 'Rules are tried in order and the first that matches wins; one without conditions always matches.',
    bad: 'note:\n  - { as: admonition, kind: note }\n  - { when: { args: { 0: tip } }, as: admonition, kind: tip }',
    good: 'note:\n  - { when: { args: { 0: tip } }, as: admonition, kind: tip }\n  - { as: admonition, kind: note }',
  },
  'mapping-nothing-inherited': {
    severity: 'warning',
    message: ({ where }) => `there are no rules to go on with: nothing that this file extends has ${where}`,
    hint: () => 'take out “- inherit”, or extend the mapping that has the rules',
    about: '`- inherit` stands for the rules of the extended mappings, and there are none.',
    bad: 'version: 1\nshortcodes:\n  mine:\n    - inherit',
    good: 'version: 1\nextends: [hugo]\nshortcodes:\n  figure:\n    - inherit',
  },
};
