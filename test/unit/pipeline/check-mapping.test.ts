import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkMapping } from '../../../src/pipeline/check-mapping.ts';
import { openSite } from '../../../src/pipeline/open-site.ts';
import { readMapping } from '../../../src/pipeline/read-mapping.ts';
import { runExamples } from '../../../src/pipeline/run-examples.ts';
import { printDiagnostics } from '../../support/print-diagnostics.ts';

const scratch = mkdtempSync(join(tmpdir(), 'decant-check-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const FILES: Readonly<Record<string, string>> = {
  'hugo.toml': '',
  'layouts/shortcodes/verdict.html': '<aside data-by="{{ .Get "by" }}">{{ .Inner | markdownify }}</aside>',
  'content/a.md':
    '{{< lanes kind="wide" >}}{{< lane name="Gas" >}}a{{< /lane >}}{{< /lanes >}}\n\n{{< verdict level="high" >}}b{{< /verdict >}}\n',
};

async function check(mappingText: string): Promise<string> {
  const dir = mkdtempSync(join(scratch, 'site-'));
  for (const [path, content] of Object.entries({ ...FILES, 'rules.yaml': mappingText })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  const mapping = readMapping({ files: [join(dir, 'rules.yaml')] });
  expect(mapping.diagnostics).toEqual([]);
  const opened = await openSite(dir, { mappingFacts: mapping.facts });
  const { diagnostics } = await checkMapping(opened, { mapping, target: 'mdx' });
  return printDiagnostics(diagnostics, join(dir, 'rules.yaml'));
}

it('holds the arguments of rules against those of the calls and of the template', async () => {
  const findings = await check(`version: 1
shortcodes:
  lanes: { as: tabs, label: { arg: label }, group: $kind }
  lane:
    - { when: { args: { nam: Gas } }, as: tab, label: $name }
    - { as: tab, label: { arg: [title, name] }, value: { parent: king, default: "\${parent}" } }
  verdict: { as: component, name: Verdict, props: { by: $by, level: $levle, at: { from: "site.data.\${0}" } } }
`);
  expect(findings.match(/\d+:\d+ info mapping-unknown-argument .*\n.*/g)).toEqual([
    '5:7 info mapping-unknown-argument no call of “lane” has the argument “nam”\n  did you mean “name”?',
    '6:7 info mapping-unknown-argument no call of “lanes” has the argument “king”\n  did you mean “kind”?',
    '6:7 info mapping-unknown-argument no call of “lane” has the argument “parent”\n  the site has name',
    '7:3 info mapping-unknown-argument no call of “verdict” has the argument “levle”\n  did you mean “level”?',
    '7:3 info mapping-unknown-argument no call of “verdict” has the argument “0”\n  the site has level, by',
  ]);
});

it('names the shortcode that a rule without a call was meant for', async () => {
  const findings = await check(`version: 1
shortcodes:
  lanez: { as: tabs }
  lane: { as: tab, label: $name }
  verdict: { as: unwrap, ignore: level }
`);
  expect(findings).toContain(
    'nothing on the site is taken by this rule for lanez (shortcodes)\n  did you mean “lanes”',
  );
});

it('compares examples without the front matter that only the target adds', async () => {
  const text = `version: 1
examples:
  - { source: "A *b*.", expect: { docusaurus: "A *b*.", html: "<p>A <em>b</em>.</p>" } }
  - { source: "A.", expect: { docusaurus: "---\\nslug: /page\\n---\\nA." } }
  - { source: "---\\ntitle: T\\n---\\nA.", expect: { docusaurus: "A." } }
`;
  const file = join(scratch, 'examples.yaml');
  writeFileSync(file, text);
  const mapping = readMapping({ files: [file] });
  const { results } = await runExamples(
    mapping,
    mapping.mapping.examples.filter((example) => example.file === file),
  );
  expect(results.map(({ passed }) => passed)).toEqual([true, true, true, false]);
});
