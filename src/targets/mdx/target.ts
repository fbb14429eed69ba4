import type { Target } from '../target.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { writeMdx } from '../../writers/mdx/write.ts';
import { mirroredPath, mirroredResource } from '../layout.ts';
import { staticCopies } from '../static-copies.ts';

/** MDX 3 without a framework: the content tree with `.mdx` files, bundle files beside their page, other files below `static/`. */
export const mdxTarget: Target = {
  name: 'mdx',
  open: async ({ site, components, options }) => {
    const parser = await loadMdxParser();
    return {
      page(input) {
        const { page } = input;
        const { text, diagnostics, outcomes } = writeMdx(input, {
          imports: components,
          unmapped: options.unmapped,
          parser,
        });
        const copies = page.resources.map(({ file }) => ({
          path: mirroredResource(file, page.language, site),
          copyOf: file,
        }));
        return { files: [{ path: mirroredPath(page, site, 'mdx'), text }, ...copies], diagnostics, outcomes };
      },
      finish() {
        const bundled = new Set(site.pages.flatMap((page) => page.resources.map(({ file }) => file)));
        return { files: staticCopies(site, 'static', bundled), diagnostics: [] };
      },
    };
  },
};
