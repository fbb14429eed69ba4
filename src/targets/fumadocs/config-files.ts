/** The configuration of a new site, as far as it is the same for every site. */
import type { OutputFile } from '../target.ts';
import { typescriptConfig } from '../next-config.ts';

const STYLES = `@import 'tailwindcss';
@import 'fumadocs-ui/css/neutral.css';
@import 'fumadocs-ui/css/preset.css';
`;

const POSTCSS = `export default { plugins: { '@tailwindcss/postcss': {} } };
`;

/** How Fumadocs reads pages so that they are what decant wrote: an existing site is shown it. */
export const SOURCE_CONFIG = `import { transformerMetaHighlight } from '@shikijs/transformers';
import { rehypeCodeDefaultOptions, type RehypeCodeOptions } from 'fumadocs-core/mdx-plugins/rehype-code';
import { metaSchema, pageSchema } from 'fumadocs-core/source/schema';
import { defineConfig, defineDocs } from 'fumadocs-mdx/config';
import { z } from 'zod';
import langAlias from './site/code-names.json';
import { remarkPlugins } from './site/plugins';

// Languages of code that are known by another name must be there before it is.
const names = Object.values(langAlias) as NonNullable<RehypeCodeOptions['langs']>;

export const docs = defineDocs({
  dir: 'content/docs',
  docs: {
    schema: pageSchema.extend({ sidebarTitle: z.string().optional(), tableOfContents: z.boolean().optional() }),
  },
  meta: { schema: metaSchema },
});

export default defineConfig({
  mdxOptions: {
    remarkPlugins,
    // A picture that is not there does not stop the build.
    remarkImageOptions: { useImport: false, external: false, onError: 'ignore' },
    rehypeCodeOptions: {
      ...rehypeCodeDefaultOptions,
      transformers: [...(rehypeCodeDefaultOptions.transformers ?? []), transformerMetaHighlight()],
      fallbackLanguage: 'plaintext',
      langs: names,
      langAlias,
    },
  },
});
`;

const NO_PLUGINS = `import type { Pluggable } from 'unified';

/** Plugins of remark, beside those of Fumadocs. */
export const remarkPlugins: Pluggable[] = [];
`;

const DIAGRAM_PLUGINS = `import { remarkMdxMermaid } from 'fumadocs-core/mdx-plugins/remark-mdx-mermaid';
import type { Pluggable } from 'unified';

/** Plugins of remark, beside those of Fumadocs: code in the language of mermaid is a diagram. */
export const remarkPlugins: Pluggable[] = [remarkMdxMermaid];
`;

/** Draws diagrams in the browser. */
const MERMAID = `'use client';
import { useEffect, useId, useState } from 'react';

export default function Mermaid({ chart }: { chart: string }) {
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, '');
  const [drawing, setDrawing] = useState('');
  useEffect(() => {
    let isShown = true;
    void import('mermaid').then(async ({ default: mermaid }) => {
      mermaid.initialize({ startOnLoad: false });
      const { svg } = await mermaid.render(\`mermaid-\${id}\`, chart);
      if (isShown) setDrawing(svg);
    });
    return () => {
      isShown = false;
    };
  }, [chart, id]);
  return drawing === '' ? <pre>{chart}</pre> : <div dangerouslySetInnerHTML={{ __html: drawing }} />;
}
`;

/** What draws diagrams, where there are any. */
export const pluginFiles = (hasDiagrams: boolean): readonly OutputFile[] => [
  { path: 'site/plugins.ts', text: hasDiagrams ? DIAGRAM_PLUGINS : NO_PLUGINS },
  ...(hasDiagrams ? [{ path: 'components/Mermaid.tsx', text: MERMAID }] : []),
];

export const CONFIG_FILES: readonly OutputFile[] = [
  { path: 'source.config.ts', text: SOURCE_CONFIG },
  { path: 'app/global.css', text: STYLES },
  { path: 'postcss.config.mjs', text: POSTCSS },
  typescriptConfig({ 'fumadocs-mdx:collections/*': ['./.source/*'] }),
];
