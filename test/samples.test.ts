import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { ConvertedPages } from './support/convert-pages.ts';
import type { TargetName } from '../src/targets/load-target.ts';
import { readConfig } from '../src/config/read-config.ts';
import { openSite } from '../src/pipeline/open-site.ts';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { loadTarget } from '../src/targets/load-target.ts';
import { convertPages } from './support/convert-pages.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';

const SAMPLES = join(import.meta.dirname, '../samples');

describe('samples/mesh-docs', () => {
  it.each(['mdx', 'html', 'contentful'] as const)('is converted to %s without a warning', async (target) => {
    const { pages, diagnostics } = await convertSample('mesh-docs', target);
    expect(pages.size).toBe(27);
    expect(
      printDiagnostics(
        diagnostics.filter(({ severity }) => severity !== 'info'),
        '',
      ),
    ).toBe('');
  });
});

describe('samples/tide-docs', () => {
  it.each(['docusaurus', 'starlight'] as const)('is converted to %s without a finding', async (target) => {
    const { pages, diagnostics } = await convertSample('tide-docs', target);
    expect(pages.size).toBe(23);
    expect(printDiagnostics(diagnostics, '')).toBe('');
  });
});

/** Where Hugo 0.169 stops on each page of the sample, by its own message. */
const HUGO: Readonly<Record<string, string>> = {
  'json-syntax': '1:1', // for any fault in JSON
  'ref-missing': '5:18',
  'shortcode-character': '5:12',
  'shortcode-comment': '5:7',
  'shortcode-mixed': '5:20',
  'shortcode-nameless': '5:15',
  'shortcode-quote': '5:29',
  'shortcode-stray-closing': '7:1',
  'shortcode-unclosed': '7:1',
  'shortcode-unterminated': '7:1',
  'shortcode-without-body': '5:27',
  'shortcode-wrong-closing': '7:6',
  'toml-syntax': '3:10',
  'yaml-duplicate-key': '4:1',
  'yaml-syntax': '2:8',
  'yaml-unclosed': '2:1', // behind the first delimiter
  'front-matter-missing': '1:1',
};
const BETTER_THAN_HUGO: Readonly<Record<string, string>> = { 'json-syntax': '4:1', 'yaml-unclosed': '1:1' };

describe('samples/broken', () => {
  it('is converted page by page, with the findings of each', async () => {
    const { pages, diagnostics } = await convertSample('broken', 'mdx');
    expect(pages.size).toBe(22);
    await expect(printDiagnostics(diagnostics, '')).toMatchFileSnapshot('samples-broken.txt');
  });

  it.each(Object.entries({ ...HUGO, ...BETTER_THAN_HUGO }))(
    'has the fault of %s at %s, where Hugo stops',
    async (name, place) => {
      const { diagnostics } = await convertSample('broken', 'mdx');
      const errors = diagnostics.filter(
        ({ file, severity }) => file === `content/faults/${name}.md` && severity === 'error',
      );
      expect(errors.map(placeOf)).toEqual([place]);
    },
  );
});

const placeOf = ({ place }: Diagnostic): string => `${place?.line}:${place?.column}`;

async function convertSample(name: string, target: TargetName): Promise<ConvertedPages> {
  const site = join(SAMPLES, name);
  const mapping = readMapping({ site, files: [] });
  const opened = await openSite(site, { mappingFacts: mapping.facts });
  const { paths = [], versions = [] } = readConfig({ site }).config;
  return convertPages(opened, { target: await loadTarget(target), mapping, paths, versions });
}
