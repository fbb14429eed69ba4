import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlForm } from '../../scripts/html-form.js';
import { createHugoSite, readCases, readTemplates } from '../../scripts/hugo-site.js';
import { micromarkEngine } from '../../src/reader/markdown/micromark.ts';
import { satteriEngine } from '../../src/reader/markdown/satteri.ts';
import { renderSite } from './render-site.ts';

const cases = readCases(import.meta.dirname);
const { files, pages } = createHugoSite(cases, readTemplates(join(import.meta.dirname, 'layouts')));
const groups = [...new Set(cases.map(({ group }) => group))];

/** What the stub templates cannot know of a call: the path, and the notation. */
const UNKNOWN = / data-(?:path|delim)="[^"]*"/g;

/** Where a template prints comments, as an element would change how its content is read. */
const withElements = (html: string): string =>
  html.replaceAll('<!--mdbox-->', '<x-shortcode data-name="mdbox">').replaceAll('<!--/mdbox-->', '</x-shortcode>');

describe.each([satteriEngine, micromarkEngine])('Hugo 0.169 and $name', async (engine) => {
  const answers = await renderSite(files, engine);
  const compared = cases.map(({ html = '', ...aCase }, at) => ({
    ...aCase,
    hugo: htmlForm(withElements(html)),
    decant: htmlForm((answers.get(pages[at]?.file ?? '') ?? '').replaceAll(UNKNOWN, '')),
  }));

  describe.each(groups)('%s', (group) => {
    const members = compared.filter((aCase) => aCase.group === group);
    it.each(members.filter(({ differs }) => differs === undefined))('$name', ({ decant, hugo }) => {
      expect(decant).toBe(hugo);
    });
    it.for(members.filter(({ differs }) => differs !== undefined))('$name, as $differs', ({ decant, hugo }) => {
      expect(decant).not.toBe(hugo);
    });
  });
});
