import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import { createCollector } from '../../diagnostics/diagnostic.ts';
import { readFrontMatter } from '../front-matter/read.ts';
import { formatOfMarkup, logicalPath, parseContentPath } from './content/content-path.ts';
import { byName, readPageFacts } from './content/page-facts.ts';

export interface PageFromText {
  readonly meta: PageMeta;
  readonly bodyStart: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PageFromTextOptions {
  /** The page's name, for its format and for findings. */
  readonly file: string;
  readonly language?: string;
}

/**
 * The page index entry of one text outside any site, as for a page from standard input. It has no address, for nothing says
 * where it would be published.
 * @example
 * pageFromText('---\ntitle: Setup\n---\nText', { file: 'setup.md' }).meta.path // '/setup'
 */
export function pageFromText(text: string, { file, language = 'en' }: PageFromTextOptions): PageFromText {
  const collector = createCollector(file);
  const { frontMatter, bodyStart } = readFrontMatter(text, collector);
  const facts = readPageFacts(byName(frontMatter.fields));
  const parts = parseContentPath(file.replaceAll('\\', '/').replace(/^\/+/, ''), { languages: new Set() });
  const section = parts.folder === '' ? '' : (logicalPath(parts).split('/')[1] ?? '');
  return {
    bodyStart,
    diagnostics: collector.diagnostics,
    meta: {
      file,
      path: logicalPath(parts),
      language,
      kind: parts.bundle !== 'branch' ? 'page' : logicalPath(parts) === '/' ? 'home' : 'section',
      bundle: parts.bundle,
      format: formatOfMarkup(facts.markup) ?? parts.format ?? 'markdown',
      section,
      contentType: facts.type || section || 'page',
      permalink: '',
      aliases: [],
      resources: [],
      hidden: facts.draft ? ['draft'] : [],
      frontMatter,
    },
  };
}
