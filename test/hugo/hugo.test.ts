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

/** What the stub templates cannot know of a call: its path, and its notation. */
const UNKNOWN = / data-(?:path|delim)="[^"]*"/g;

/** Where a template prints comments, as an element would change how its content is read. */
const withElements = (html: string): string =>
  html.replaceAll('<!--mdbox-->', '<x-shortcode data-name="mdbox">').replaceAll('<!--/mdbox-->', '</x-shortcode>');

const ENGINES = [satteriEngine, micromarkEngine];
const answers = renderSite(files, ENGINES);

describe.each(ENGINES)('Hugo 0.169 and $name', (engine) => {
  const compared = cases.map(({ group, name, html = '', differs }, at) => ({
    group,
    name,
    reason: typeof differs === 'object' ? differs[engine.name] : differs,
    hugo: htmlForm(withElements(html)),
    decant: htmlForm((answers.get(engine.name)?.get(pages[at]?.file ?? '') ?? 'no page').replaceAll(UNKNOWN, '')),
  }));

  describe.each(groups)('%s', (group) => {
    const members = compared.filter((aCase) => aCase.group === group);
    it.each(members.filter(({ reason }) => reason === undefined))('$name', ({ decant, hugo }) => {
      expect(decant).toBe(hugo);
    });
    it.each(members.filter(({ reason }) => reason !== undefined))('$name: another answer', ({ decant, hugo }) => {
      expect(decant, 'decant agrees by now: take `differs` out of the case').not.toBe(hugo);
    });
  });
});
