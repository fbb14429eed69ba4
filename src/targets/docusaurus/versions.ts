/** The packages of a new site, each in the version that these files were tried with. */
export const PACKAGES = {
  '@docusaurus/core': '3.10.2',
  '@docusaurus/faster': '3.10.2',
  '@docusaurus/preset-classic': '3.10.2',
  '@mdx-js/react': '3.1.1',
  'prism-react-renderer': '2.4.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
} as const;

/** Packages that a site takes only where it has a use for them. */
export const OPTIONAL_PACKAGES = {
  redirects: { '@docusaurus/plugin-client-redirects': '3.10.2' },
  mermaid: { '@docusaurus/theme-mermaid': '3.10.2' },
  math: { katex: '0.16.47' },
} as const;

export const DEVELOPMENT_PACKAGES = {
  '@docusaurus/module-type-aliases': '3.10.2',
  '@docusaurus/tsconfig': '3.10.2',
  '@docusaurus/types': '3.10.2',
  typescript: '5.9.3',
} as const;

export const NODE = '>=20';
