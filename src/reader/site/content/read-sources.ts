/** The first pass over the content: every file is read once, for its front matter. */
import type { FrontMatter } from '../../../model/page.ts';
import type { ContentContext, ContentFile } from './content-files.ts';
import { asTexts, fieldsAt, valueAt } from '../config/values.ts';
import { matchLanguages } from '../config/mounts.ts';
import { readFrontMatter } from '../../front-matter/read.ts';
import { append } from '../../../model/append.ts';

export interface PageSource {
  readonly frontMatter: FrontMatter;
  readonly bodyStart: number;
}

export interface ReadContent {
  /** The files that could be read, once for each language that they are in. */
  readonly files: readonly ContentFile[];
  readonly sources: ReadonlyMap<string, PageSource>;
}

/** Is told of each content file while its text is at hand. */
export type SourceVisitor = (file: string, source: string, bodyStart: number) => void;

export function readSources(files: readonly ContentFile[], context: ContentContext, visit: SourceVisitor): ReadContent {
  const sources = new Map<string, PageSource>();
  const kept: ContentFile[] = [];
  const unreadable = new Set<string>();
  for (const entry of files) {
    if (entry.parts.format === undefined) {
      kept.push(entry);
      continue;
    }
    if (unreadable.has(entry.file)) continue;
    const source = sources.get(entry.file) ?? readSource(entry.file, context, visit);
    if (!source) {
      unreadable.add(entry.file);
      continue;
    }
    sources.set(entry.file, source);
    append(kept, inLanguages(entry, source, context));
  }
  return { files: kept, sources };
}

function readSource(file: string, context: ContentContext, visit: SourceVisitor): PageSource | undefined {
  const content = context.files.read(file);
  if (!content.ok) return undefined;
  const { frontMatter, bodyStart } = context.report.within(file, (collector) =>
    readFrontMatter(content.text, collector),
  );
  visit(file, content.text, bodyStart);
  return { frontMatter, bodyStart };
}

/** Since Hugo 0.153 a page can name its languages itself, by `sites.matrix.languages`. */
function inLanguages(entry: ContentFile, { frontMatter }: PageSource, context: ContentContext): readonly ContentFile[] {
  const fields = { type: 'map', fields: frontMatter.fields } as const;
  if (fieldsAt(fields, 'sites').length === 0) return [entry];
  const languages = matchLanguages(asTexts(valueAt(fields, 'sites', 'matrix', 'languages')), context.languages);
  return languages ? languages.map((language) => ({ ...entry, language })) : [entry];
}
