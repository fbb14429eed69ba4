import type { Target } from './target.ts';

/** What decant can write, in the order of the help text. */
export const TARGETS = {
  mdx: 'MDX 3 without a framework: one .mdx file a page, in the tree of the content folder',
  docusaurus: 'Docusaurus 3: docs, blog and pages with their translations, front matter, sidebar and admonitions',
  starlight: 'Starlight on Astro: content with its translations, front matter, asides, tabs and addresses',
  nextra: 'Nextra 4 on Next.js: content with its translations, _meta files, callouts, tabs, steps and cards',
  fumadocs: 'Fumadocs on Next.js: content with its translations, meta files, callouts, tabs, steps and cards',
  mintlify: 'Mintlify: content with its translations, docs.json, callouts, tabs, steps, cards and snippets',
  contentful: 'one file for contentful-import, with content types, entries, rich text and assets',
  html: 'semantic HTML, a whole page at each URL or fragments equal to Hugo’s .Content',
} as const;

export type TargetName = keyof typeof TARGETS;

/** Whether `name` is a target. */
export const isTargetName = (name: string): name is TargetName => Object.hasOwn(TARGETS, name);

/** Loads a target and the writer that it uses, and no other. */
export async function loadTarget(name: TargetName): Promise<Target> {
  switch (name) {
    case 'mdx':
      return (await import('./mdx/target.ts')).mdxTarget;
    case 'docusaurus':
      return (await import('./docusaurus/target.ts')).docusaurusTarget;
    case 'starlight':
      return (await import('./starlight/target.ts')).starlightTarget;
    case 'nextra':
      return (await import('./nextra/target.ts')).nextraTarget;
    case 'fumadocs':
      return (await import('./fumadocs/target.ts')).fumadocsTarget;
    case 'mintlify':
      return (await import('./mintlify/target.ts')).mintlifyTarget;
    case 'contentful':
      return (await import('./contentful/target.ts')).contentfulTarget;
    case 'html':
      return (await import('./html/target.ts')).htmlTarget;
  }
}
