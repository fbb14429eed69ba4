/** The date of a post that has none where Docusaurus looks for it. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Field, Page } from '../../model/page.ts';
import type { PagePlace } from './places.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { formValue } from '../../writers/mdx/front-matter/form.ts';
import { dateOf } from '../hugo-order.ts';
import { isDated } from './places.ts';

/** A date to be written. */
interface AddedDate {
  /** As YAML has it. */
  readonly date: string;
  /** Whether one of Hugo's dates says it: else it stands for none. */
  readonly isKnown: boolean;
}

/**
 * Without a date in front matter or path Docusaurus asks git when the file was added, and stops where there is no repository. Hugo takes another
 * of the page's dates; a page without any comes last, as one that is as old as computers' time.
 */
export function addedDate(page: Page, { area, path }: PagePlace): AddedDate | undefined {
  if (area !== 'blog' || page.kind !== 'page' || isDated(path) || page.frontMatter.fields.some(givesDate))
    return undefined;
  const time = dateOf(page);
  return { date: new Date(time).toISOString().slice(0, 10), isKnown: time !== 0 };
}

/** What is said of a post without any date. */
export function undatedPost(page: Page, place: PagePlace): readonly Diagnostic[] {
  const added = addedDate(page, place);
  if (!added || added.isKnown) return [];
  return [createDiagnostic('docusaurus-post-undated', { written: added.date }, { file: page.file })];
}

const givesDate = ({ name, meaning, value }: Field): boolean =>
  (meaning ?? name) === 'date' && typeof formValue(value, 'date') !== 'string';
