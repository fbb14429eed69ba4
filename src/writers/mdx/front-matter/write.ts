import type { FrontMatter, Page } from '../../../model/page.ts';
import { endOf } from '../../../model/place.ts';
import { editYamlLines, type KeyedField } from './lines.ts';
import { printYaml, printYamlComment } from './yaml.ts';

/**
 * Writes front matter as YAML, which is all that MDX tools read, whatever the author's format. Lines of the author's YAML
 * stay as they are.
 */
export function writeFrontMatter({ frontMatter }: Page, source: string, fields: readonly KeyedField[]): string {
  const yaml = yamlOf(fields, frontMatter, source);
  if (yaml === '') return '';
  // With LF, whatever the body has: YAML parsers that are handed what stands between the lines of `---` see half of the last CRLF.
  const lines = ['---', ...splitLines(yaml.endsWith('\n') ? yaml.slice(0, -1) : yaml), '---', ''];
  return lines.join('\n');
}

const splitLines = (text: string): string[] =>
  text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));

function yamlOf(fields: readonly KeyedField[], frontMatter: FrontMatter, source: string): string {
  const { format, contentPlace } = frontMatter;
  const content = source.slice(contentPlace.offset, endOf(contentPlace));
  // What could not be read has been reported; as a comment it is still there for whoever mends it.
  const isEmpty = content.trim() === '' || content.trim() === '{}' || (format === 'yaml' && isComment(content));
  if (frontMatter.fields.length === 0 && !isEmpty)
    return printYamlComment(content.replace(/\s+$/, '')) + (fields.length > 0 ? printYaml(fields.map(valueOf)) : '');
  if (format === 'yaml') {
    const edited = fields.length > 0 || isComment(content) ? editYamlLines(fields, frontMatter, source) : undefined;
    if (edited !== undefined) return edited;
  }
  if (fields.length > 0)
    return printYaml(
      fields.map(({ key, field }, index) => ({
        key,
        value: field.value,
        ...comment(index, fields, frontMatter, source),
      })),
    );
  return '';
}

const valueOf = ({ key, field }: KeyedField) => ({ key, value: field.value });

const isComment = (content: string): boolean =>
  content.split('\n').every((line) => line.trim() === '' || line.trimStart().startsWith('#'));

/** TOML's comments above a field. */
function comment(
  index: number,
  fields: readonly KeyedField[],
  { format, contentPlace }: FrontMatter,
  source: string,
): { readonly comment?: string } {
  const start = fields[index]?.field.keyPlace?.offset;
  if (format !== 'toml' || start === undefined) return {};
  const before = fields[index - 1]?.field.place;
  const from = before ? endOf(before) : contentPlace.offset;
  if (from > start) return {};
  const lines = source
    .slice(from, start)
    .split('\n')
    .slice(before ? 1 : 0)
    .map((line) => line.trim());
  const comments = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1));
  return comments.length === 0 ? {} : { comment: comments.join('\n') };
}
