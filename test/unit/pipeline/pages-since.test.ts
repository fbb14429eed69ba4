import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type OpenedSite, openSite } from '../../../src/pipeline/open-site.ts';
import { pagesSince } from '../../../src/pipeline/pages-since.ts';
import { putFile } from '../../support/convert-in-folder.ts';
import { temporaryFolder } from '../../support/run-decant.ts';

describe('pagesSince', () => {
  const site = temporaryFolder();
  let opened: OpenedSite;

  beforeAll(async () => {
    const files = {
      'hugo.yaml': 'languages: { en: {}, de: {} }\n',
      'layouts/shortcodes/note.html': '<aside>{{ .Inner }}</aside>',
      'content/_index.md': 'Home.\n',
      'content/docs/_index.md': 'The section.\n',
      'content/docs/setup.md': '---\naliases: [/old-start/]\n---\nSetup.\n',
      'content/docs/setup.de.md': 'Einrichten.\n',
      'content/docs/linking.md': 'See [how](../Setup/).\n',
      'content/docs/by-alias.md': 'See [how](/old-start/).\n',
      'content/docs/calling.md': '{{< note >}}x{{< /note >}}\n',
      'content/docs/escaped.md': '{{</* note */>}}\n',
      'content/docs/bundle/index.md': 'A bundle.\n',
      'content/docs/bundle/plan.png': '',
      'content/docs/other.md': 'Nothing in common.\n',
    };
    for (const [file, text] of Object.entries(files)) putFile(join(site, file), text);
    opened = await openSite(site);
  });

  const since = (file: string, inputs: readonly string[] = []): readonly string[] => {
    const { files } = pagesSince(opened, [join(site, file)], new Set(inputs.map((name) => join(site, name))));
    return [...files].map((name) => name.slice('content/'.length)).toSorted();
  };

  it.each([
    ['nothing else than a page that nobody names', 'content/docs/other.md', ['docs/_index.md', 'docs/other.md']],
    [
      'a page, its section, its translations, and whoever links to it, under an old address too',
      'content/docs/setup.md',
      ['docs/_index.md', 'docs/by-alias.md', 'docs/linking.md', 'docs/setup.de.md', 'docs/setup.md'],
    ],
    [
      'whoever links to a page that is gone',
      'content/docs/old-start.md',
      ['docs/_index.md', 'docs/by-alias.md', 'docs/setup.md'],
    ],
    ['the page of the bundle that a file is in', 'content/docs/bundle/plan.png', ['docs/bundle/index.md']],
    ['whoever calls a shortcode whose template changed', 'layouts/shortcodes/note.html', ['docs/calling.md']],
    ['no page for a file outside the site', '../README.md', []],
  ])('takes %s', (_, file, expected) => {
    expect(since(file)).toEqual(expected);
  });

  it.each(['hugo.yaml', 'data/figures.yaml', 'layouts/partials/x.html', 'mapping.yaml'])(
    'takes all pages for %s',
    (file) => {
      expect(since(file, ['mapping.yaml'])).toHaveLength(opened.site.pages.length);
    },
  );
});
