import { describe, expect, it } from 'vitest';
import { createOrgConverter } from '../../../../src/reader/formats/org/convert-org.ts';
import { sketch } from '../../../support/map-page.ts';
import { htmlOf, read, spelt } from './read.ts';
import records from './org-records.json' with { type: 'json' };

// `org-records.json` has what Hugo 0.169 makes of each text, the marks of its highlighter taken out.

const convert = createOrgConverter();

describe('the Org converter', () => {
  it.each(records)('does as Hugo does: $name', ({ org, html }) => {
    expect(spelt(convert(org))).toBe(spelt(html));
  });

  it.each([
    ['nested lists', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n')],
    ['many headlines', '* h\n'.repeat(5000)],
    ['signs without end', '[[_{*/$[fn:x:'.repeat(2000)],
    ['blocks without end', '#+BEGIN_QUOTE\n:drawer:\n'.repeat(1000)],
    ['odd characters', '\0 \ud800 __proto__\r\n* __proto__\r#+ATTR_HTML: :__proto__ x\n[[a.png]]'],
  ])('bears %s', (_, source) => {
    expect(convert(source)).not.toBe('');
  });
});

describe('a page in Org', () => {
  it.each(records)('has the HTML of the converter: $name', async ({ org }) => {
    const result = await read('page.org', `#+TITLE: T\n\n${org}`);
    const html = convert(org).replaceAll(/ data-lang="\w+"/g, '');
    // A code block ends with a line break in decant's HTML.
    const withBreaks = (text: string): string => text.replaceAll('\n</code></pre>', '</code></pre>');
    expect(withBreaks(htmlOf(result))).toBe(withBreaks(spelt(html)));
  });

  it('puts calls where their words landed', async () => {
    const source =
      '#+TITLE: T\n\n* A {{< one >}}\n\n{{< two >}}\n\n- b {{< three >}}\n\n{{% box %}}\n- x\n{{% /box %}}\n';
    const { page } = await read('page.org', source);
    const body = JSON.stringify(page.body.map(sketch));
    expect(body).toContain('["shortcodeInline",{"call":"one"}]');
    expect(body).toContain('["shortcodeBlock",{"call":"two"}]');
    expect(body).toContain('["listItem",["paragraph","b ",["shortcodeInline",{"call":"three"}]]]');
    expect(body).toContain('["shortcodeBlock",{"call":"box"},["list"');
  });

  it('keeps the summary divider of Org', async () => {
    const { page } = await read('page.org', '#+TITLE: T\n\nSummary.\n\n# more\n\nRest.');
    expect(page.body.map(({ type }) => type)).toEqual(['paragraph', 'summaryDivider', 'paragraph']);
  });
});
