import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findContentfulFaults } from '../support/contentful-faults.ts';
import { convertText } from '../support/convert-text.ts';
import { renderMdx } from '../support/render-mdx.ts';

const inline = fc.constantFrom(
  'word',
  ' ',
  ' ',
  '\n',
  '*',
  '**',
  '_',
  '`',
  '~~',
  '[',
  ']',
  '(/x)',
  '![',
  '<',
  '>',
  '{',
  '}',
  '\\',
  '&amp;',
  '&',
  '|',
  '"',
  "'",
  '--',
  '...',
  ':tada:',
  '<b>',
  '</b>',
  '<br>',
  '<!-- c -->',
  '<a href="/x">',
  '</a>',
  '{{< a >}}',
  '{{< /a >}}',
  '{{% b %}}',
  '{{% /b %}}',
  '{{< c x="1" >}}',
  '{{</* d */>}}',
  'https://x.example',
  'www.x.example',
  '$',
  '^',
  '[^1]',
  '{#id .c}',
  'ü',
  '中文',
  '\t',
  '  \n',
);
const blockStart = fc.constantFrom(
  '',
  '',
  '',
  '# ',
  '## ',
  '> ',
  '- ',
  '  - ',
  '1. ',
  '    ',
  '```\n',
  '```js {a=1}\n',
  '~~~\n',
  '---\n',
  '===\n',
  '| ',
  '|-|\n',
  ': ',
  '[^1]: ',
  '[x]: /y\n',
  '<div>\n',
  '</div>\n',
  '<details>\n',
  '</details>\n',
  '<p>',
  '</p>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<script>\n',
  '</script>\n',
  '<pre>\n',
  '</pre>\n',
  'import ',
  'export ',
  '{.c}\n',
  '{{< a >}}\n',
  '{{< /a >}}\n',
  '{{% b %}}\n',
  '{{% /b %}}\n',
  '<!--more-->\n',
  '- [x] ',
  '> [!NOTE]\n',
  '<svg><path d="M0"/></svg>\n',
);
const block = fc
  .tuple(blockStart, fc.array(inline, { maxLength: 8 }), fc.constantFrom('\n', '\n\n', '\n\n'))
  .map(([start, content, end]) => `${start}${content.join('')}${end}`);
const page = fc.array(block, { maxLength: 12 }).map((blocks) => `---\ntitle: Page\n---\n\n${blocks.join('')}`);

describe('any page', () => {
  it('becomes MDX that compiles and renders', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const { text } = await convertSoundly(source, 'mdx');
        await renderMdx(text);
      }),
      { numRuns: 150 },
    );
  });

  it('becomes Contentful entries with valid rich text', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const { text } = await convertSoundly(source, 'contentful');
        expect(findContentfulFaults(text)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('becomes the same bytes twice', async () => {
    await fc.assert(
      fc.asyncProperty(page, fc.constantFrom('mdx' as const, 'html' as const), async (source, target) => {
        const first = await convertSoundly(source, target);
        expect(await convertSoundly(source, target)).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

async function convertSoundly(source: string, target: 'mdx' | 'html' | 'contentful') {
  const converted = await convertText(source, target);
  const ours = converted.diagnostics.filter(({ code }) =>
    ['internal-error', 'ledger-imbalance', 'mdx-fallback'].includes(code),
  );
  expect(ours.map(({ code, facts }) => ({ code, facts }))).toEqual([]);
  return converted;
}
