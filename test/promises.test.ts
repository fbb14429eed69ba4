/** What `SECURITY.md` promises of a hostile site; what it says of the program itself `architecture.test.ts` looks at. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ROOT, runNode, temporaryFolder } from './support/run-decant.ts';

const PAGES: Readonly<Record<string, string | Uint8Array>> = {
  'prototype.md':
    '---\n__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n---\n{{< __proto__ constructor="x" >}}\n',
  'prototype-toml.md': '+++\n[__proto__]\npolluted = true\n+++\nText\n',
  'prototype-json.md': '{ "__proto__": { "polluted": true } }\nText\n',
  'marks.md': '\uFEFF---\r\ntitle: Marks\r\n---\r\n\r\nOne\r\n\r\nTwo\u0000three\r\n',
  'bytes.md': Buffer.concat([
    Buffer.from('# Bytes\n\n'),
    Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
    Buffer.from('\nend\n'),
  ]),
  'deep.md': `${'> '.repeat(1000)}deep\n\n${'- '.repeat(1000)}deep\n\n${'{{< a >}}'.repeat(500)}x${'{{< /a >}}'.repeat(500)}\n`,
  'elements.md': `${'<div>\n'.repeat(1000)}\ndeep\n`,
  'long.md': `${'word '.repeat(100_000)}\n`,
  'bomb.md': `---\na: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]}, `.repeat(9)}]`).join('\n')}\n---\nText\n`,
  'outside.md':
    '---\nurl: /../../../outside\nslug: ../../outside\naliases: [/../../../outside-alias, //outside]\n---\nText\n',
  'files.md': '![a](../../../secret.txt) [b](/../../secret.txt) {{< figure src="../../../secret.txt" >}}\n',
};

describe('a hostile site', () => {
  const folder = temporaryFolder();
  const site = join(folder, 'here/site');
  const out = join(folder, 'here/out');

  beforeEach(() => {
    rmSync(join(folder, 'here'), { recursive: true, force: true });
    const files = {
      'hugo.yaml': 'baseURL: https://example.org/\nmarkup: { goldmark: { renderer: { unsafe: true } } }\n',
      ...Object.fromEntries(Object.entries(PAGES).map(([name, text]) => [`content/${name}`, text])),
      '../secret.txt': 'secret',
      '../../secret.txt': 'secret',
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(site, name)), { recursive: true });
      writeFileSync(join(site, name), content);
    }
    symlinkSync(join(folder, 'secret.txt'), join(site, 'content/link.md'));
  });

  it.each(['mdx', 'html', 'contentful'])(
    'is converted to %s, below the output folder',
    (target) => {
      const before = filesBelow(folder, out);
      const start = performance.now();
      const args = ['convert', site, '--to', target, '--out', out, '--reporter', 'json', '--scaffold'];
      const { status, stdout, stderr } = runNode([join(ROOT, 'bin/decant.js'), ...args], folder);
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      expect(performance.now() - start).toBeLessThan(100_000);
      expect(filesBelow(folder, out)).toEqual(before);
      const { pages, diagnostics } = JSON.parse(stdout);
      expect(pages).toEqual({ selected: Object.keys(PAGES).length, converted: Object.keys(PAGES).length });
      const ours = diagnostics.filter(({ code }: { readonly code: string }) => /^(?:internal|ledger)-/.test(code));
      expect(ours).toEqual([]);
      const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const texts = written.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
      expect(texts.filter((text) => text === 'secret')).toEqual([]);
    },
    120_000,
  );
});

/** All files but those of the output. */
const filesBelow = (folder: string, out: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== out && !path.startsWith(`${out}/`))
    .toSorted();
