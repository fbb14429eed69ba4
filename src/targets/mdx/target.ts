import type { Target } from '../target.ts';
import { writeMdx } from '../../writers/mdx/write.ts';
import { mirroredPath, mirroredResource } from '../layout.ts';
import { staticCopies } from '../static-copies.ts';

/** MDX 3 without a framework: the content tree with `.mdx` files, bundle files beside their page, static files below `static/`. */
export const mdxTarget: Target = {
  name: 'mdx',
  open: ({ site, components, options }) => ({
    page(input) {
      const { page } = input;
      const { text, diagnostics, outcomes } = writeMdx(input, { imports: components, unmapped: options.unmapped });
      const copies = page.resources.map(({ file }) => ({ path: mirroredResource(file, page.language, site), copyOf: file }));
      return { files: [{ path: mirroredPath(page, site, 'mdx'), text }, ...copies], diagnostics, outcomes };
    },
    finish: () => ({ files: staticCopies(site, 'static'), diagnostics: [] }),
  }),
};
