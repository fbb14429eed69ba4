/** Links: whether what they lead to is in the export, and in a file that is imported before. */
import type { Model } from './check-model.ts';
import type { Entity, ParsedExport } from './parse.ts';
import type { Report } from './report.ts';
import { createDiagnostic } from '../../../diagnostics/diagnostic.ts';
import { contentTypeOf } from './check-values.ts';
import { isMap } from './parse.ts';

export function checkLinks(parsed: ParsedExport, model: Model, report: Report): void {
  const targets = {
    Entry: new Map(parsed.entries.map((entry) => [entry.id, entry])),
    Asset: new Map(parsed.assets.map((asset) => [asset.id, asset])),
    Tag: new Map(parsed.tags.map((tag) => [tag.id, tag])),
  };
  const ahead = { links: 0, last: '', source: 0 };
  for (const entry of parsed.entries) {
    for (const { kind, id, at } of linksOf(entry)) {
      const target = targets[kind].get(id);
      if (!target) {
        report.add(
          createDiagnostic('contentful-check-link', { entity: entry.id, at, target: id }, { file: entry.file }),
        );
        continue;
      }
      checkTarget(entry, at, target, model, report);
      if (kind !== 'Entry' || target.source <= entry.source) continue;
      ahead.links++;
      if (target.source > ahead.source) Object.assign(ahead, { source: target.source, last: target.file });
    }
  }
  if (ahead.links > 0) {
    report.add(createDiagnostic('contentful-check-order', { links: ahead.links, last: ahead.last }));
  }
}

interface FoundLink {
  readonly kind: 'Entry' | 'Asset' | 'Tag';
  readonly id: string;
  /** Where in the entry: field and locale. */
  readonly at: string;
}

function linksOf({ value }: Entity): FoundLink[] {
  const found: FoundLink[] = [];
  const pending: { value: unknown; at: string; depth: number }[] = [
    { value: value['fields'], at: '', depth: 0 },
    { value: value['metadata'], at: 'metadata', depth: 2 },
  ];
  for (let top = pending.pop(); top; top = pending.pop()) {
    const { value: inner, at, depth } = top;
    if (typeof inner !== 'object' || inner === null) continue;
    const link = linkOf(inner, at);
    if (link) found.push(link);
    else {
      for (const [key, child] of Object.entries(inner)) {
        pending.push({ value: child, at: depth < 2 ? (at === '' ? key : `${at}.${key}`) : at, depth: depth + 1 });
      }
    }
  }
  return found;
}

function linkOf(value: object, at: string): FoundLink | undefined {
  const { sys } = value as { readonly sys?: unknown };
  if (!isMap(sys) || sys['type'] !== 'Link' || typeof sys['id'] !== 'string') return undefined;
  const kind = sys['linkType'];
  return kind === 'Entry' || kind === 'Asset' || kind === 'Tag' ? { kind, id: sys['id'], at } : undefined;
}

/** A field may take links to some content types alone. Links in rich text are not its business. */
function checkTarget(entry: Entity, at: string, target: Entity, model: Model, report: Report): void {
  const field = model.types.get(contentTypeOf(entry) ?? '')?.get(at.slice(0, at.lastIndexOf('.')));
  if (!field || field.type === 'RichText') return;
  const ofItems = field.items?.['validations'];
  const validations = [...field.validations, ...(Array.isArray(ofItems) ? ofItems.filter(isMap) : [])];
  for (const { linkContentType } of validations as readonly { readonly linkContentType?: unknown }[]) {
    const type = contentTypeOf(target) ?? '';
    const allowed = typeof linkContentType === 'string' ? [linkContentType] : linkContentType;
    if (Array.isArray(allowed) && !allowed.includes(type)) report.entity(entry, 'wrong-target', type, at);
  }
}
