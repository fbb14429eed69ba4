/** A run that uses what earlier runs have left ends in the same bytes and says the same as one that has nothing to go by. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TargetName } from '../../src/targets/load-target.ts';
import { convertInFolder, filesBelow, putFile } from '../support/convert-in-folder.ts';

const PAGES = ['one', 'two', 'docs/three', 'docs/three.de', 'docs/four', 'docs/bundle/index'];

const CALLS = [
  '',
  '{{< note >}}Mind the **gap**.{{< /note >}}',
  '[there]({{< ref "two" >}})',
  '{{< version >}}',
  '{{< figure src="/logo.png" >}}',
  '![logo](logo.png)',
  '<div class="x">raw</div>',
  // A place that the translation has only by the original's heading.
  '[place](/docs/three/#a-heading)',
];

const page = fc.constantFrom(...PAGES);
const words = fc.constantFrom(
  'Some words.',
  'Other words.',
  'A # heading',
  '# A heading\n\ntext',
  '# Noch eine\n\nText',
  'é — 日本',
);
const call = fc.constantFrom(...CALLS);

/** What may happen to a site, or to the output, between two runs. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('body' as const), page, words, call }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('title' as const), page, words: fc.constantFrom('A', 'B', 'C: d') }),
  },
  fc.record({ do: fc.constant('add' as const), page: fc.constantFrom('five', 'docs/six'), words, call }),
  fc.record({ do: fc.constant('remove' as const), page }),
  fc.record({ do: fc.constant('rename' as const), page }),
  fc.record({ do: fc.constant('draft' as const), page }),
  fc.record({ do: fc.constant('template' as const), words: fc.constantFrom('<b>{{ .Inner }}</b>', '<i>none</i>') }),
  fc.record({ do: fc.constant('data' as const), words: fc.constantFrom('1.0', '2.0') }),
  fc.record({ do: fc.constant('mapping' as const), words: fc.constantFrom('warning', 'tip') }),
  fc.record({
    do: fc.constant('config' as const),
    words: fc.constantFrom('https://a.example/', 'https://b.example/sub/'),
  }),
  fc.record({ do: fc.constant('static' as const), words }),
  fc.record({ do: fc.constant('touch' as const), page }),
  fc.record({ do: fc.constant('delete output' as const) }),
  fc.record({ do: fc.constant('nothing' as const) }),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const LANGUAGES = 'languages: { en: { weight: 1 }, de: { weight: 2 } }\n';

const fileOf = (site: string, name: string): string => join(site, `content/${name}.md`);
const matter = (title: string): string => `---\ntitle: "${title}"\ntags: [x]\n---\n`;

function layOut(site: string): void {
  putFile(
    join(site, 'hugo.yaml'),
    `baseURL: https://example.org/\nmarkup: { goldmark: { renderer: { unsafe: true } } }\n${LANGUAGES}`,
  );
  for (const name of PAGES) putFile(fileOf(site, name), `${matter(name)}\nText of ${name}. ${CALLS[2]}\n`);
  putFile(fileOf(site, 'docs/three'), `${matter('Three')}\n# A heading\n\n[place](#a-heading)\n`);
  putFile(fileOf(site, 'docs/three.de'), `${matter('Drei')}\n# Eine Überschrift\n`);
  putFile(join(site, 'content/docs/bundle/logo.png'), 'logo');
  putFile(join(site, 'static/logo.png'), 'logo');
  putFile(join(site, 'data/release.yaml'), 'version: "0.9"\n');
  setMapping(site, 'note');
}

function setMapping(site: string, kind: string): void {
  const rules = `    note: { as: admonition, kind: ${kind} }\n    version: { as: value, from: site.data.release.version }\n`;
  putFile(join(site, 'decant.yaml'), `version: 1\nmapping:\n  extends: [hugo]\n  shortcodes:\n${rules}`);
}

function takeStep(taken: Step, site: string, out: string): void {
  const file = 'page' in taken ? fileOf(site, taken.page) : '';
  const text = existsSync(file) ? readFileSync(file, 'utf8') : matter('New');
  const head = text.slice(0, text.indexOf('---', 3) + 4);
  switch (taken.do) {
    case 'body':
    case 'add':
      return putFile(file, `${head}\n${taken.words}\n\n${taken.call}\n`);
    case 'title':
      return putFile(file, matter(taken.words) + text.slice(head.length));
    case 'draft':
      return putFile(file, `---\ndraft: true\n${text.slice(4)}`);
    case 'remove':
      return rmSync(file, { force: true });
    case 'rename':
      if (existsSync(file)) renameSync(file, file.replace('.md', '-again.md'));
      return undefined;
    case 'template':
      return putFile(join(site, 'layouts/shortcodes/note.html'), taken.words);
    case 'data':
      return putFile(join(site, 'data/release.yaml'), `version: "${taken.words}"\n`);
    case 'mapping':
      return setMapping(site, taken.words);
    case 'config':
      return putFile(join(site, 'hugo.yaml'), `baseURL: ${taken.words}\n${LANGUAGES}`);
    case 'static':
      return putFile(join(site, 'static/more.txt'), taken.words);
    case 'touch':
      return existsSync(file) ? utimesSync(file, 1e9, 1e9) : undefined;
    case 'delete output':
      return rmSync(join(out, Object.keys(filesBelow(out))[0] ?? 'none'), { force: true });
    case 'nothing':
      return undefined;
  }
}

async function compareRuns(target: TargetName, steps: readonly Step[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'decant-incremental-'));
  const site = join(folder, 'site');
  const out = join(folder, 'out');
  try {
    layOut(site);
    await convertInFolder({ site, out, target });
    for (const [at, taken] of steps.entries()) {
      takeStep(taken, site, out);
      const clean = join(folder, `clean-${at}`);
      const { report, scope } = await convertInFolder({ site, out, target, prune: true });
      const { report: expected } = await convertInFolder({ site, out: clean, target, ignoreCache: true });
      expect(filesBelow(out)).toEqual(filesBelow(clean));
      for (const part of ['diagnostics', 'totals', 'pages', 'interrupted'] as const) {
        expect(report[part], `${taken.do}: ${part}`).toEqual(expected[part]);
      }
      if (taken.do === 'nothing' || taken.do === 'touch') expect(scope).toBe('nothing');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a run that goes on from an earlier one', () => {
  it.each(['mdx', 'html', 'contentful'] as const)('writes what a clean one writes: %s', async (target) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => compareRuns(target, steps)),
      { numRuns: 15 },
    );
  });
});
