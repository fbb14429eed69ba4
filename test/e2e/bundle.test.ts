import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runNode, temporaryFolder } from '../support/run-decant.ts';

const CHUNKS = join(ROOT, 'dist/chunks');
const PLAIN_PAGE = '---\ntitle: Hello\ntags: [a, b]\n---\n\n# Hello\n\nA *page*.\n\n- one\n- two\n';

describe('the bundle', () => {
  const folder = temporaryFolder();

  it('loads each of its chunks before all others', () => {
    const chunks = readdirSync(CHUNKS).map((name) => join(CHUNKS, name));
    const script = join(folder, 'each.cjs');
    writeFileSync(
      script,
      `for (const chunk of ${JSON.stringify(chunks)}) {
        for (const loaded of Object.keys(require.cache)) delete require.cache[loaded];
        require(chunk);
      }`,
    );
    expect(runNode([script], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(chunks.length).toBeGreaterThan(20);
  });

  it('loads for a plain page what that needs', () => {
    const [page, script] = [join(folder, 'page.md'), join(folder, 'list.cjs')];
    writeFileSync(page, PLAIN_PAGE);
    writeFileSync(script, `process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')));`);
    const run = runNode(['--require', script, join(ROOT, 'bin/decant.js'), 'export', page, '--to', 'mdx'], folder);
    const loaded = run.stderr.split('\n').filter((file) => file.startsWith(CHUNKS));
    const names = loaded.map((file) => file.slice(CHUNKS.length + 1).replace(/-.{8}\.cjs$/, ''));
    expect(names.toSorted()).toEqual(['package-root', 'pages', 'rolldown-runtime', 'satteri', 'start']);
  });
});
