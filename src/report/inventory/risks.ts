import type { Risk, RiskKind } from '../../model/inventory.ts';

const WORDS: Readonly<Record<RiskKind, (subject: string) => string>> = {
  'brace-in-text': () => '“{” in text: code to MDX; decant escapes it',
  'less-than-in-text': () => '“<” in text: a tag to MDX; decant escapes it',
  'html-comment': () => 'HTML comments: an error in MDX; decant rewrites them',
  autolink: () => '<https://…>: a tag to MDX; decant writes a link',
  'indented-code': () => 'indented code: a paragraph in MDX; decant fences it',
  'style-attribute': () => 'style attributes: objects in MDX; decant converts them',
  'void-element': () => 'tags such as <br> without a slash: never closed in MDX; decant closes them',
  'import-in-text': () => 'paragraphs that begin with import or export: code to MDX; decant escapes them',
  'omitted-html': () => 'raw HTML that Hugo leaves out, for markup.goldmark.renderer.unsafe is off',
  finding: (code) => `${code}: decant convert prints each with its place`,
  'missing-template': (name) => `“${name}” has no template here: what it does is known from its calls alone`,
  'missing-theme': (name) => `the theme “${name}” is not on disk: its templates cannot be read`,
  'hidden-pages': (reason) => `pages that Hugo does not build: ${reason}`,
  'other-format': (format) => `pages in ${format}`,
};

/** A risk in words. */
export const describeRisk = ({ kind, subject = '' }: Risk): string => WORDS[kind](subject);
