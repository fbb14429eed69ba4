/** The ids of footnotes: Hugo numbers them, GitHub's Markdown names them. */
import type { Page } from '../../model/page.ts';
import { walk } from '../../model/walk.ts';

/**
 * What GitHub's Markdown makes of the ids that Hugo gives to a page's footnotes and to the marks that lead to them: `fn:1` of
 * `[^note]` becomes `user-content-fn-note`.
 */
export function githubFootnoteIds({ body }: Pick<Page, 'body'>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const uses = new Map<string, { readonly number: number; count: number }>();
  walk(body, (node) => {
    if (node.type !== 'footnoteReference') return;
    const name = node.identifier.toLowerCase();
    const use = uses.get(name) ?? { number: uses.size + 1, count: 0 };
    uses.set(name, use);
    use.count++;
    const label = encodeURIComponent(name);
    ids.set(`fn:${use.number}`, `user-content-fn-${label}`);
    // Hugo counts further marks of a footnote in front of the colon, GitHub behind the name.
    const mark = `user-content-fnref-${label}`;
    if (use.count === 1) ids.set(`fnref:${use.number}`, mark);
    else ids.set(`fnref${use.count - 1}:${use.number}`, `${mark}-${use.count}`);
  });
  return ids;
}
