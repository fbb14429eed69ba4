import { describe, expect, it } from 'vitest';
import { createPandocConverter, type RunProgram } from '../../../../src/pipeline/pandoc.ts';
import { sketch } from '../../../support/map-page.ts';
import { read } from './read.ts';

/** A program that answers with `output`, and what it was called with. */
function program(version: string, output: string, status = 0): { run: RunProgram; calls: string[][] } {
  const calls: string[][] = [];
  const run: RunProgram = (args, input) => {
    calls.push([...args, input]);
    return args[0] === '--version'
      ? { status: 0, output: version, problem: '' }
      : { status, output, problem: 'bad input\nmore' };
  };
  return { run, calls };
}

describe('pandoc', () => {
  it('is given the text in its sandbox', () => {
    const { run, calls } = program('pandoc 3.1.9\n', '<p>x</p>');
    expect(createPandocConverter('rst', run)?.('text')).toBe('<p>x</p>');
    expect(calls[1]).toEqual(expect.arrayContaining(['--from=rst', '--sandbox', 'text']));
  });

  it('has no sandbox before 2.15', () => {
    const { run, calls } = program('pandoc 2.9.2.1\n', '');
    createPandocConverter('pandoc', run)?.('text');
    expect(calls[1]).not.toContain('--sandbox');
  });

  it('is not there', () => {
    expect(createPandocConverter('rst', () => undefined)).toBeUndefined();
  });

  it('fails', () => {
    const convert = createPandocConverter('rst', program('pandoc 3.1\n', '', 1).run);
    expect(() => convert?.('text')).toThrow('bad input');
  });

  it('has its HTML read into Markdown’s nodes', async () => {
    const table =
      '<table><thead><tr><th style="text-align: left;">A</th></tr></thead><tbody><tr><td style="text-align: left;">b</td></tr></tbody></table>';
    const html = `<h2 id="a">A</h2>\n<ol start="3">\n<li>x</li>\n</ol>\n<pre class="go"><code>x\n</code></pre>\n${table}`;
    const { page } = await read('page.rst', 'x', { converters: new Map([['rst', () => html]]) });
    expect(page.body.map(sketch)).toEqual([
      ['heading', { depth: 2, id: 'a' }, 'A'],
      ['list', { ordered: true, start: 3 }, ['listItem', ['paragraph', 'x']]],
      ['code', { lang: 'go', value: 'x' }],
      ['table', { align: ['left'] }, ['tableRow', ['tableCell', 'A']], ['tableRow', ['tableCell', 'b']]],
    ]);
  });

  it('leaves a heading to Markdown where its id is the one that Markdown gives it', async () => {
    const convert = () => '<h1 id="a-b">A b</h1><h2 id="a-b-1">A b</h2><h2 id="other">C</h2>';
    const { page } = await read('page.rst', 'text', { converters: new Map([['rst', convert]]) });
    const sources = page.body.map((node) => (node.type === 'heading' ? [node.id, node.idSource] : node.type));
    expect(sources).toEqual([
      ['a-b', 'automatic'],
      ['a-b-1', 'automatic'],
      ['other', 'explicit'],
    ]);
  });
});
