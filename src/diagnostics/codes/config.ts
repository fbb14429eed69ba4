/** Findings about `decant.yaml` itself: they stand at the YAML's own line and column. */
import type { Rules } from '../rule.ts';
import type { MappingFileFacts } from './mapping-file.ts';
import { mappingFileRules } from './mapping-file.ts';

export interface ConfigFacts {
  'config-syntax': MappingFileFacts['mapping-syntax'];
  'config-unknown-key': MappingFileFacts['mapping-unknown-key'];
  'config-missing-key': MappingFileFacts['mapping-missing-key'];
  'config-unknown-value': MappingFileFacts['mapping-unknown-value'];
  'config-bad-value': MappingFileFacts['mapping-bad-value'];
  'config-bare-mapping': { key: string };
  'config-file-name': { wanted: string };
}

export const configRules: Rules<ConfigFacts> = {
  'config-syntax': {
    ...mappingFileRules['mapping-syntax'],
    message: ({ message }) => `this is not YAML that decant can read: ${message}`,
    about: '`decant.yaml` is YAML 1.2. Nothing is converted while it cannot be read.',
    bad: 'output: { mdx: ../new-site/docs',
    good: 'output: { mdx: ../new-site/docs }',
  },
  'config-unknown-key': {
    ...mappingFileRules['mapping-unknown-key'],
    about: 'A key that decant does not know has no effect, and is most often misspelt.',
    bad: 'version: 1\nouput: ../new-site/docs',
    good: 'version: 1\noutput: ../new-site/docs',
  },
  'config-missing-key': {
    ...mappingFileRules['mapping-missing-key'],
    about: 'Every `decant.yaml` says which version of the format it is written in.',
    bad: 'target: mdx',
    good: 'version: 1\ntarget: mdx',
  },
  'config-unknown-value': {
    ...mappingFileRules['mapping-unknown-value'],
    about: 'A setting takes one of a few words, and this is none of them.',
    bad: 'version: 1\ntarget: mdxx',
    good: 'version: 1\ntarget: mdx',
  },
  'config-bad-value': {
    ...mappingFileRules['mapping-bad-value'],
    about: 'A setting has a value of the wrong shape.',
    bad: 'version: 1\ndrafts: all',
    good: 'version: 1\ndrafts: true',
  },
  'config-bare-mapping': {
    severity: 'error',
    message: ({ key }) => `“${key}” belongs to a mapping, and the mapping stands under “mapping:” here`,
    hint: ({ key }) =>
      `write “mapping:” on a line above “${key}:”, and indent what belongs to the mapping by two spaces`,
    about:
      '`decant.yaml` is the file of the whole migration. The mapping is one part of it, either in place under `mapping:` ' +
      'or in a file of its own that `mapping:` names.',
    bad: 'version: 1\nshortcodes:\n  tip: { as: admonition, kind: tip }',
    good: 'version: 1\nmapping:\n  shortcodes:\n    tip: { as: admonition, kind: tip }',
  },
  'config-file-name': {
    severity: 'error',
    message: ({ wanted }) => `this file is not read, for decant looks for ${wanted}`,
    hint: ({ wanted }) => `rename it to ${wanted}, or pass it with --config`,
    about: 'A file of almost the right name would be ignored in silence, so it stops the run.',
    bad: 'my-site/decant.yml',
    good: 'my-site/decant.yaml',
  },
};
