/** What is to be said about the places of pages: rules that move nothing, pages that come to be at one place. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { PathRule } from './moves.ts';
import type { Routes } from './routes.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { urlKey } from '../../passes/links/site-index.ts';

/** `pages` are those that the output speaks of; whether a rule has a use, all pages of the site say. */
export const routeFindings = (
  routes: Routes,
  rules: readonly PathRule[],
  pages: readonly PageMeta[],
): readonly Diagnostic[] =>
  rules.length === 0 ? [] : [...unused(routes, rules), ...collisions(routes, pages), ...kept(routes, pages)];

function unused(routes: Routes, rules: readonly PathRule[]): readonly Diagnostic[] {
  const { pages, generated } = routes.site;
  const used = new Set([...pages, ...generated].map((page) => routes.of(page).rule));
  return rules
    .filter((rule) => !used.has(rule))
    .map(({ from, file, place }) =>
      createDiagnostic('paths-unused', { from }, { ...(file && { file }), ...(place && { place }) }),
    );
}

/** Pages that have the address of another one, though they had one of their own. */
function collisions(routes: Routes, pages: readonly PageMeta[]): readonly Diagnostic[] {
  const shown = pages.filter(({ permalink }) => permalink !== '');
  // Who stays where he was has the place.
  const ordered = [...shown.filter((page) => !routes.of(page).rule), ...shown.filter((page) => routes.of(page).rule)];
  const taken = new Map<string, PageMeta>();
  return ordered.flatMap((page) => {
    const { url, rule } = routes.of(page);
    const other = taken.get(urlKey(url));
    if (!other) taken.set(urlKey(url), page);
    if (!other || !rule) return [];
    return [createDiagnostic('paths-collision', { url, other: other.file, from: rule.from }, { file: page.file })];
  });
}

/** Pages whose file has moved and whose address has not. */
const kept = (routes: Routes, pages: readonly PageMeta[]): readonly Diagnostic[] =>
  pages.flatMap((page) => {
    const { url, path, rule } = routes.of(page);
    if (!rule || url === '' || url !== page.permalink || path === page.path) return [];
    return [createDiagnostic('paths-address-kept', { url, from: rule.from }, { file: page.file })];
  });
