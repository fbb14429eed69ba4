import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RenderedMdx } from '../support/render-mdx.ts';
import { renderMdx } from '../support/render-mdx.ts';
import { convert, ROOT, temporaryFolder } from '../support/run-decant.ts';

const SITE = join(ROOT, 'samples/mesh-docs');

describe('the sample site as MDX', () => {
  const out = temporaryFolder();
  const pages = new Map<string, RenderedMdx>();

  beforeAll(async () => {
    convert(SITE, 'mdx', out);
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'));
    for (const file of files.toSorted()) pages.set(file, await renderMdx(readFileSync(join(out, file), 'utf8')));
  });

  it('compiles and renders, page by page', () => {
    expect(pages.size).toBe(26);
    for (const [file, { html }] of pages) {
      // The one page that explains shortcodes shows them in code.
      expect(html.replaceAll(/<code[^>]*>[^<]*<\/code>/g, ''), file).not.toContain('{{');
    }
  });

  it('has the calls of the landing page, with their props', () => {
    const uses = pages.get('mesh.mdx')?.uses.map(({ name, props }) => ({ name, props }));
    expect(uses).toEqual([
      { name: 'CenteredBlock', props: {} },
      { name: 'FeatureBlock', props: { header: 'Steering', image: '/img/steering.svg' } },
      { name: 'FeatureBlock', props: { header: 'Sounding', image: '/img/sounding.svg' } },
      { name: 'FeatureBlock', props: { header: 'Safety at sea', image: '/img/safety.svg' } },
      { name: 'SolutionsCarousel', props: {} },
    ]);
  });

  it('has the bodies of the landing page’s calls, word by word', async () => {
    const uses = pages.get('mesh.mdx')?.uses ?? [];
    const bodies = pairedBodies(readFileSync(join(SITE, 'content/en/mesh.md'), 'utf8'));
    expect(bodies).toHaveLength(4);
    for (const [at, body] of bodies.entries()) {
      expect(squeeze(uses[at]?.children ?? '')).toBe(squeeze((await renderMdx(body)).html));
    }
    expect(uses.at(-1)?.children).toBe('');
  });

  it('has both figures of the landing page', () => {
    const html = pages.get('mesh.mdx')?.html ?? '';
    for (const [name, alt, title] of [
      ['before', 'Services that call one another directly', 'Without Fathom'],
      ['after', 'Services that call one another through sounders', 'With Fathom'],
    ] as const) {
      expect(html).toMatch(
        new RegExp(`<figure><img src="/img/${name}.svg" alt="${alt}"/?><figcaption>.*${title}.*</figcaption></figure>`),
      );
    }
  });
});

/** The text between `{{< x … >}}` and `{{< /x >}}` of calls that hold no others. */
function pairedBodies(source: string): string[] {
  return source
    .split('{{<')
    .map((part) => [part.trimStart().split(/[\s>]/)[0] ?? '', part.slice(part.indexOf('>}}') + 3)] as const)
    .flatMap(([name, body], at, parts) => (parts[at + 1]?.[0] === `/${name}` ? [body] : []));
}

/** HTML without the white space between tags, which readers do not see. */
const squeeze = (html: string): string =>
  html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?(<\/?(?:p|h\d|ul|li)>) ?/g, '$1')
    .trim();
