import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ConversionOptions } from '../../../src/pipeline/open-conversion.ts';
import type { SharedDesk } from '../../../src/pipeline/page-desk.ts';
import { openSite } from '../../../src/pipeline/open-site.ts';
import { sharedDesk } from '../../../src/pipeline/page-desk.ts';
import { readMapping } from '../../../src/pipeline/read-mapping.ts';
import { convertFor, openConversions } from '../../../src/pipeline/run/converter.ts';
import { loadTarget } from '../../../src/targets/load-target.ts';
import { putFile } from '../../support/convert-in-folder.ts';

it('reads a page once for all that read it alike, and again for others and for the next page', async () => {
  const site = mkdtempSync(join(tmpdir(), 'decant-desk-'));
  onTestFinished(() => rmSync(site, { recursive: true }));
  putFile(join(site, 'hugo.yaml'), 'title: Desk\n');
  putFile(join(site, 'content/one.md'), 'One. {{< a >}}*b*{{< /a >}}\n');
  putFile(join(site, 'content/two.md'), 'Two.\n');
  const opened = await openSite(site);
  const { pages } = opened.site;
  const mapping = readMapping({ site, files: [] });
  const marked: Partial<ConversionOptions> = { unmapped: 'marker', inner: 'raw' };
  const planOf = async (name: 'mdx' | 'html' | 'contentful', more: Partial<ConversionOptions> = {}) => ({
    pages,
    options: { target: await loadTarget(name), mapping, ...more },
  });
  const planned = [await planOf('mdx'), await planOf('html', marked), await planOf('html'), await planOf('contentful')];
  const conversions = await openConversions(opened, planned, () => {});
  const plain = sharedDesk(opened);
  const read: unknown[] = [];
  const desk: SharedDesk = {
    ...plain,
    read(input) {
      const result = plain.read(input);
      read.push(result);
      return result;
    },
  };
  for (const page of pages) convertFor({ page, outputs: [0, 1, 2, 3] }, conversions, { desk, focus: () => {} });
  const numbers = new Map<unknown, number>();
  for (const result of read) if (!numbers.has(result)) numbers.set(result, numbers.size);
  expect(read.map((result) => numbers.get(result))).toEqual([0, 1, 0, 0, 2, 3, 2, 2]);
});
