/** Findings about the examples of a mapping: they stand at the example in the YAML. */
import type { Rules } from '../rule.ts';

export interface MappingExamplesFacts {
  'mapping-example-differs': {
    name: string;
    target: string;
    /** The first line that differs, counted from 1, as it should be and as it is. */
    line: number;
    expected: string;
    found: string;
  };
}

export const mappingExamplesRules: Rules<MappingExamplesFacts> = {
  'mapping-example-differs': {
    severity: 'error',
    message: ({ name, target, line, expected, found }) =>
      `the example “${name}” becomes something else for ${target}: line ${line} should be “${expected}” and is “${found}”`,
    hint: () => 'mend the rule, or write what decant makes of it under expect',
    about: '`decant mapping test` converts the examples of a mapping and compares what comes out with what they say.',
    bad: "examples:\n  - source: '{{< tip >}}Hi{{< /tip >}}'\n    expect: { html: <p>Hi</p> }",
    good: "examples:\n  - source: '{{< version >}}'\n    expect: { html: <p>1.2</p> }",
  },
};
