import { describe, expect, it } from 'vitest';
import { endOf } from '../../../../src/model/place.ts';
import { findSummaryDivider } from '../../../../src/reader/shortcode/find-divider.ts';
import { scan } from './support.ts';

/** What stands at the divider's place, and behind it. */
function divide(source: string, bodyStart = 0): [divider: string, rest: string] | undefined {
  const place = findSummaryDivider(source, bodyStart, scan(source).calls);
  return place && [source.slice(place.offset, endOf(place)), source.slice(endOf(place))];
}

describe('the summary divider', () => {
  it.each([
    ['in a line', 'One <!--more--> two', ['<!--more--> ', 'two']],
    ['between paragraphs', 'One\r\n\r\n<!--more-->\r\n\r\nTwo', ['<!--more-->\r\n\r\n', 'Two']],
    ['at the end', 'One\n\n<!--more-->', ['<!--more-->', '']],
    ['in a code fence', '```\n<!--more-->\n```', ['<!--more-->\n', '```']],
    ['before a no-break space', '<!--more-->\u00a0x', ['<!--more-->', '\u00a0x']],
    ['the first of two', 'One<!--more-->Two<!--more-->', ['<!--more-->', 'Two<!--more-->']],
    ['behind a tag that holds one', '{{< ref "<!--more-->" >}} <!--more-->x', ['<!--more-->', 'x']],
    ['behind a comment form that holds one', '{{</* <!--more--> */>}} <!--more-->x', ['<!--more-->', 'x']],
    ['behind a closing tag', '{{< note >}}a{{< /note >}}<!--more-->x', ['<!--more-->', 'x']],
    ['behind braces', '{{{< ref >}}} {{ x <!--more-->x', ['<!--more-->', 'x']],
    [
      'in the inner text of a call',
      '{{< note >}}a<!--more-->\nb{{< /note >}}<!--more-->',
      ['<!--more-->\n', 'b{{< /note >}}<!--more-->'],
    ],
    ['behind a comment form without an end', '{{</* a <!--more-->x', ['<!--more-->', 'x']],
  ])('is found %s', (_, source, parts) => {
    expect(divide(source)).toEqual(parts);
  });

  it.each([
    ['spaces in it', 'One <!-- more --> two'],
    ['capitals in it', 'One <!--MORE--> two'],
    ['Org’s own form', '# Head\n\n# more\n'],
  ])('is none with %s', (_, source) => {
    expect(divide(source)).toBeUndefined();
  });

  it('is another one behind Org front matter', () => {
    const source = '#+TITLE: A\nOne\n<!--more-->\n# more\nTwo';
    expect(divide(source, 11)).toEqual(['# more\n', 'Two']);
  });

  it('is looked for in the body alone', () => {
    expect(divide('---\na: <!--more-->\n---\nOne', 24)).toBeUndefined();
  });

  it('has its line and column', () => {
    const source = 'One\n\nTwo <!--more--> three';
    expect(findSummaryDivider(source, 0, [])).toMatchObject({ line: 3, column: 5 });
  });
});
