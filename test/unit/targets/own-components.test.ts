import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';
import { foreignImports, importsFor } from '../../../src/targets/own-components.ts';

const DECANT = `version: 1
mapping:
  components:
    Gauge: { import: "@site/src/components/Gauge" }
    Chart: { import: "@site/src/charts/Chart" }
  shortcodes:
    gauge: { as: component, name: Gauge }
    chart: { as: component, name: Chart }
`;

const site = {
  'hugo.yaml': 'baseURL: https://example.org/\n',
  'decant.yaml': DECANT,
  'content/docs/a.md': '---\ntitle: A\n---\n{{< gauge >}}\n',
};

describe('components that a site keeps itself', () => {
  it('are in the folder of the target, whatever framework the mapping was written for', async () => {
    const { files } = await convertFiles(site, 'starlight', { scaffold: true });
    expect(files.get('src/content/docs/docs/a.mdx')).toContain('import Gauge from "../../../components/Gauge.astro"');
    expect(files.has('src/components/Gauge.astro')).toBe(true);
    const docusaurus = await convertFiles(site, 'docusaurus', { scaffold: true });
    expect(docusaurus.files.get('docs/a.mdx')).toContain('import Gauge from "@site/src/components/Gauge"');
    expect(docusaurus.files.has('src/components/Gauge.tsx')).toBe(true);
  });

  it('stay where a mapping says they are elsewhere, and what only Docusaurus resolves is reported', () => {
    const components = {
      Gauge: { from: '@site/src/components/Gauge', kind: 'default' },
      Chart: { from: '@site/src/charts/Chart', kind: 'default' },
      Card: { from: '@/components/Card', kind: 'default' },
      Tabs: { from: '@acme/ui', kind: 'named' },
    } as const;
    expect(Object.keys(importsFor(components, 'starlight'))).toEqual(['Chart', 'Tabs']);
    expect(Object.keys(importsFor(components, 'docusaurus'))).toEqual(['Gauge', 'Chart', 'Tabs']);
    expect(Object.keys(importsFor(components, 'nextra'))).toEqual(['Chart', 'Card', 'Tabs']);
    expect(importsFor(components, 'mdx')).toEqual(components);
    const left = importsFor(components, 'starlight');
    expect(foreignImports(left, 'starlight').map(({ code, facts }) => [code, facts])).toEqual([
      ['mapping-component-foreign', { component: 'Chart', from: '@site/src/charts/Chart', target: 'starlight' }],
    ]);
    expect(foreignImports(components, 'docusaurus')).toEqual([]);
  });
});
