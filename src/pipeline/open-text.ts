import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageMeta } from '../model/page.ts';
import type { ShortcodeTable } from '../model/shortcode-table.ts';
import type { Site } from '../model/site.ts';
import type { OpenedSite } from './open-site.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { defaultMarkup } from '../model/markup.ts';
import { pageFromText } from '../reader/site/page-from-text.ts';
import { createShortcodeEvidence } from '../reader/site/shortcodes/content-evidence.ts';
import { joinTables } from '../reader/site/shortcodes/join-tables.ts';

export interface OpenTextOptions {
  /** The page's name, for its format and for findings. */
  readonly file: string;
  /** The site whose settings, templates and pages the text is read with. */
  readonly site?: OpenedSite;
  readonly mappingFacts?: ShortcodeTable;
}

/** A page on its own, with the site that it is read with: one of its own where it has none. */
export interface OpenedText {
  readonly opened: OpenedSite;
  readonly meta: PageMeta;
}

/** Opens one page's text, as from standard input. */
export function openText(content: Uint8Array, { file, site: host, mappingFacts }: OpenTextOptions): OpenedText {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  const language = host?.site.defaultLanguage ?? 'en';
  const { meta, bodyStart, diagnostics } = pageFromText(text, { file, language });
  const findings: Diagnostic[] = [...diagnostics];
  if (!isUtf8(content)) findings.push(createDiagnostic('file-not-utf8', { encoding: 'unknown' }, { file }));
  const evidence = createShortcodeEvidence();
  evidence.add(text, bodyStart);
  const read = (wanted: string): string | undefined => (wanted === file ? text : host?.read(wanted));
  const opened: OpenedSite = {
    site: host?.site ?? loneSite(meta, evidence.table, mappingFacts ?? new Map()),
    templates: host?.templates ?? { shortcodes: [], files: new Map() },
    dir: host?.dir ?? '',
    locate: host?.locate ?? ((path) => path),
    load: () => ({ source: text, bodyStart }),
    read,
    below: host?.below ?? (() => []),
    inspect: host?.inspect ?? (() => undefined),
    diagnostics: findings,
  };
  return { opened, meta };
}

/** Hugo's defaults, but that raw HTML stands: no configuration says that it should be left out. */
function loneSite(meta: PageMeta, content: ShortcodeTable, mapping: ShortcodeTable): Site {
  const markup = { ...defaultMarkup, unsafe: true };
  return {
    title: '',
    baseUrl: '',
    defaultLanguage: meta.language,
    languages: [
      {
        code: meta.language,
        name: meta.language,
        weight: 1,
        title: '',
        disabled: false,
        markup,
        params: { type: 'map', fields: [] },
        urlPrefix: '',
      },
    ],
    mounts: [],
    config: { type: 'map', fields: [] },
    pages: [meta],
    staticFiles: [],
    assets: [],
    generated: [],
    linkedPlaces: [],
    menus: [],
    hooks: { link: 'unknown', image: 'unknown' },
    shortcodes: joinTables({ templates: new Map(), undecided: new Set(), mapping, content }),
  };
}
