/** Findings about the functions that a mapping names. */
import type { Rules } from '../rule.ts';

interface Subject {
  name: string;
  rule: string;
  called: string;
}

export interface MappingPluginsFacts {
  'mapping-plugin-failed': { module: string; message: string };
  'mapping-function-unknown': { called: string; known: readonly string[]; nearest?: string };
  'mapping-function-missing': Subject;
  'mapping-function-failed': Subject & { message: string };
  'mapping-function-result': Subject & { message: string };
}

export const mappingPluginsRules: Rules<MappingPluginsFacts> = {
  'mapping-plugin-failed': {
    severity: 'error',
    message: ({ module, message }) => `the module ${module} cannot be loaded: ${message}`,
    hint: () => 'write its path from this file, as in ./rules.mjs; TypeScript needs a Node that runs it itself',
    about: 'A mapping names a module with functions. It is loaded before the first page.',
    bad: 'plugin: rules.mjs',
    good: 'plugin: ./rules.mjs',
  },
  'mapping-function-unknown': {
    severity: 'error',
    message: ({ called }) => `no module of the mapping exports a function “${called}”`,
    hint: ({ known, nearest }) => {
      if (nearest !== undefined) return `did you mean “${nearest}”?`;
      return known.length > 0 ? `there are ${known.join(', ')}` : 'name the module that has it: plugin: ./rules.mjs';
    },
    about: 'A rule of the kind `function` needs a function of that name.',
    bad: 'plugin: ./rules.mjs\nshortcodes: { price: { as: function, name: pirce } }',
    good: 'plugin: ./rules.mjs\nshortcodes: { price: { as: function, name: price } }',
  },
  'mapping-function-missing': {
    severity: 'error',
    message: ({ name, called }) => `nothing runs the function “${called}” for “${name}”`,
    hint: () => 'load the plugins of the mapping, as decant’s commands do, and hand them on',
    about: 'The mapping was applied by a program that loads no plugins.',
    bad: 'applyMapping({ mapping, … })',
    good: 'convertSite(site, { mapping, … })',
  },
  'mapping-function-failed': {
    severity: 'error',
    message: ({ name, called, message }) => `the function “${called}” failed for “${name}”: ${message}`,
    hint: ({ called }) => `mend ${called}; the call was treated as one without a rule`,
    about: 'A function of yours has thrown an error. The page is converted without it.',
    bad: 'export const price = (call) => call.argument(\'amount\').toFixed(2);   // {{< price amount="5" >}}',
    good: "export const price = (call) => ({ type: 'text', value: String(call.argument('amount')) });",
  },
  'mapping-function-result': {
    severity: 'error',
    message: ({ name, called, message }) =>
      `what the function “${called}” returns for “${name}” is no content: ${message}`,
    hint: () => 'return a node of the model, or a list of them: schema/model.json has their fields',
    about: 'What a function returns is checked against the model before it goes on.',
    bad: "export const price = () => ({ type: 'text' });",
    good: "export const price = () => ({ type: 'text', value: '5 €' });",
  },
};
