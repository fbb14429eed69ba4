import type { Rules } from '../rule.ts';

export interface TemplateFacts {
  'template-syntax': { name: string; reason: string };
}

export const templateRules: Rules<TemplateFacts> = {
  'template-syntax': {
    severity: 'warning',
    message: ({ name, reason }) => `the template of the shortcode “${name}” has a fault here: ${reason}`,
    hint: ({ name }) =>
      `correct the template, or say in the mapping what “${name}” does with its inner text: inner: markdown`,
    about:
      'A shortcode’s template is not what Hugo’s template language allows, so Hugo would refuse the site. decant reads the rest of it to learn whether the shortcode takes inner text.',
    bad: '{{ with .Get "title" }}<b>{{ . }}</b>',
    good: '{{ with .Get "title" }}<b>{{ . }}</b>{{ end }}',
  },
};
