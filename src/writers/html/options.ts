import type { UnmappedForm } from './state.ts';

export interface HtmlOptions {
  /** `fragment` is the content alone, equal to Hugo's `.Content`; `page` a whole document around it. */
  readonly form: 'fragment' | 'page';
  /** How calls are printed that are still shortcodes: as their source text, or as `<x-shortcode>` elements. */
  readonly unmapped: UnmappedForm;
}
