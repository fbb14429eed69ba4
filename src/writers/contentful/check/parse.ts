/** The files of an export as entities, whoever wrote them. */
import type { Report } from './report.ts';

export interface ExportSource {
  /** As findings name it. */
  readonly file: string;
  readonly text: string;
}

export interface JsonMap {
  readonly [key: string]: unknown;
}

/** One member of a list of the export. */
export interface Entity {
  readonly id: string;
  readonly value: JsonMap;
  /** The file that it comes from, counted from 0. */
  readonly source: number;
  readonly file: string;
}

export interface ParsedExport {
  readonly locales: readonly Entity[];
  readonly contentTypes: readonly Entity[];
  readonly editorInterfaces: readonly Entity[];
  readonly assets: readonly Entity[];
  readonly entries: readonly Entity[];
  readonly tags: readonly Entity[];
}

type ListName = keyof ParsedExport;

/** Reads several files as the parts of one export, in their order. */
export function parseExport(sources: readonly ExportSource[], report: Report): ParsedExport {
  const lists: Record<ListName, Entity[]> = {
    locales: [],
    contentTypes: [],
    editorInterfaces: [],
    assets: [],
    entries: [],
    tags: [],
  };
  for (const [at, { file, text }] of sources.entries()) {
    const content = parseJson(text);
    if (!isMap(content)) {
      report.file(file, typeof content === 'string' ? content : 'it is no JSON object');
      continue;
    }
    const known = Object.keys(lists).filter((name) => content[name] !== undefined) as ListName[]; // the keys of `lists`
    if (known.length === 0) report.file(file, 'it has none of the lists of an export');
    for (const name of known) {
      for (const [index, value] of listOf(content[name], file, name, report).entries()) {
        const entity = entityOf(value, { source: at, file });
        if (entity) lists[name].push(entity);
        else report.entity({ file, id: `${name}[${index}]` }, 'no-id');
      }
    }
  }
  return lists;
}

/** The value, or why there is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function listOf(value: unknown, file: string, name: string, report: Report): readonly unknown[] {
  if (Array.isArray(value)) return value;
  report.file(file, `“${name}” is no list`);
  return [];
}

/** An editor interface goes by the content type that it is for. */
function entityOf(value: unknown, { source, file }: { source: number; file: string }): Entity | undefined {
  if (!isMap(value)) return undefined;
  const { sys } = value;
  if (!isMap(sys)) return undefined;
  const type = sys['contentType'];
  const id = sys['type'] === 'EditorInterface' && isMap(type) && isMap(type['sys']) ? type['sys']['id'] : sys['id'];
  return typeof id === 'string' ? { id, value, source, file } : undefined;
}

export const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
