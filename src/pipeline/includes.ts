/** Files of the site that pages take in: as text, or read and mapped as a part of the page. */
import type { ApplyHooks, Included, ReadMarkdown } from '../mapping/apply.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Markup } from '../model/markup.ts';
import type { CallTree, PageMeta } from '../model/page.ts';
import type { UnmappedPolicy } from '../model/outcome.ts';
import type { MarkdownEngine } from '../reader/markdown/engine.ts';
import type { OpenedSite } from './open-site.ts';
import { applyMapping } from '../mapping/apply.ts';
import { detach } from '../mapping/detach.ts';
import { readPage } from '../reader/read-page.ts';
import { printedText } from '../template/printed-text.ts';
import { pageFromText } from '../reader/site/page-from-text.ts';

/** What a file that is taken in is read and mapped with. */
export interface IncludeContext {
  readonly opened: OpenedSite;
  readonly engine: MarkdownEngine;
  readonly mapping: Mapping;
  readonly target: string;
  readonly unmapped: UnmappedPolicy | undefined;
}

/** The text of a file, by its path from the site's folder or from the page's own. Nothing outside of the site is read. */
export function readSiteText(
  path: string,
  { file }: Pick<PageMeta, 'file'>,
  opened: OpenedSite,
): { readonly file: string; readonly text: string } | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const places = path.startsWith('.') ? [folder + path] : [path, folder + path];
  for (const place of places) {
    const wanted = normalized(place);
    // Reading a file that is not there would be reported as a fault of the site.
    if (wanted === undefined || !opened.inspect(wanted)) continue;
    const text = opened.read(wanted);
    if (text !== undefined) return { file: wanted, text };
  }
  return undefined;
}

/** A path without `.` and `..`; undefined where it leads out of the site. */
function normalized(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length > 0 ? parts.join('/') : undefined;
}

/** Where files are taken in. */
export interface Nesting {
  /** The files that are being taken in, the page's own first. */
  readonly within: readonly string[];
  /** Is told of each file that is read. */
  readonly onRead: (file: string) => void;
}

/** Makes the hooks for a page, or for a file that a page takes in. */
export type NestedHooks = (page: PageMeta, markup: Markup, nesting: Nesting) => ApplyHooks;

interface Inclusion extends Nesting {
  readonly page: PageMeta;
  readonly markup: Markup;
  readonly hooksFor: NestedHooks;
}

/** Reads and maps a file as a part of a page; undefined where it is not there. */
export function includeFile(
  path: string,
  inclusion: Inclusion,
  context: IncludeContext,
  notation?: CallTree['notation'],
): Included | 'cycle' | undefined {
  const { page, within, onRead } = inclusion;
  // Hugo finds a page with and without its ending.
  const found = readSiteText(path, page, context.opened) ?? readSiteText(`${path}.md`, page, context.opened);
  if (!found) return undefined;
  if (within.includes(found.file)) return 'cycle';
  onRead(found.file);
  const { file } = found;
  const isTemplate = context.opened.templates.shortcodes.some((template) => template.file === file);
  const source = isTemplate ? (printedText(found.text) ?? found.text) : found.text;
  const { meta, bodyStart } = pageFromText(source, { file, language: page.language });
  const format = notation === 'standard' && meta.format === 'html' ? 'html' : page.format;
  return { file, ...mapText({ file, source, bodyStart, format }, inclusion, context) };
}

/** Reads and maps Markdown that is no text of the page as it stands, as that of an argument. */
export const readMarkdown = (markdown: string, inclusion: Inclusion, context: IncludeContext): ReadMarkdown =>
  mapText(
    { file: inclusion.page.file, source: markdown, bodyStart: 0, format: inclusion.page.format },
    inclusion,
    context,
  );

interface TextOfFile extends Pick<PageMeta, 'file' | 'format'> {
  readonly source: string;
  readonly bodyStart: number;
}

/** A text that is none of the page's own, read and mapped as a part of it. References in it are seen from the page, as Hugo sees them. */
function mapText(
  { file, source, bodyStart, format }: TextOfFile,
  { page, markup, within, onRead, hooksFor }: Inclusion,
  { opened, engine, mapping, target, unmapped }: IncludeContext,
): ReadMarkdown {
  const meta: PageMeta = { ...page, file, format };
  const reading = readPage({ meta, source, bodyStart, markup, shortcodes: opened.site.shortcodes, engine });
  const hooks = hooksFor(meta, markup, { within: [...within, file], onRead });
  const input = { page: reading.page, source, mapping, target, markup, hooks, ...(unmapped && { unmapped }) };
  const mapped = applyMapping(input);
  const diagnostics = [...reading.diagnostics, ...mapped.diagnostics];
  return { children: detach(mapped.page.body, source), diagnostics, rules: mapped.rules };
}
