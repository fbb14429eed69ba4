/** What a page is: where it comes from, what its front matter says, and its body. */
import type { FieldMeaning } from './meaning.ts';
import type { Call, FlowContent } from './nodes.ts';
import type { Place } from './place.ts';

/** A value of front matter or configuration as Hugo types it, beside the text that the author wrote. */
export type FieldValue =
  | { readonly type: 'text'; readonly value: string; readonly source: string; readonly place?: Place }
  /** `value` is what Hugo reads (`007` is 7); `source` is what stands in the file. */
  | { readonly type: 'integer' | 'float'; readonly value: number; readonly source: string; readonly place?: Place }
  | { readonly type: 'boolean'; readonly value: boolean; readonly source: string; readonly place?: Place }
  | { readonly type: 'null'; readonly source: string; readonly place?: Place }
  /** A date or time that the format itself knows (TOML's, YAML's timestamps). `value` is the text as written: nothing is converted. */
  | { readonly type: 'date'; readonly value: string; readonly source: string; readonly place?: Place }
  | { readonly type: 'list'; readonly items: readonly FieldValue[]; readonly place?: Place }
  | { readonly type: 'map'; readonly fields: readonly Field[]; readonly place?: Place };

export interface Field {
  /** The key as written. */
  readonly key: string;
  /** The key as Hugo looks it up: lower-cased. */
  readonly name: string;
  readonly value: FieldValue;
  /** From the key to the end of the value; absent for a field that the cascade brought. */
  readonly place?: Place;
  readonly keyPlace?: Place;
  /** Where the field comes from: the page itself, or a cascade of the named file. */
  readonly cascadedFrom?: string;
  /** What a mapping says the field stands for: a writer then chooses its target's key, and `key` is the author's. */
  readonly meaning?: FieldMeaning;
  /** The mapping rule that touched the field, as `file#frontMatter.key`. */
  readonly rule?: string;
}

export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'json' | 'org' | 'none';
  /** Delimiters included; zero length where there is none. */
  readonly place: Place;
  /** What stands between the delimiters. */
  readonly contentPlace: Place;
  /** In source order, one a name: where the author wrote several, the last, which is the one that Hugo keeps. */
  readonly fields: readonly Field[];
}

export type ContentFormat = 'markdown' | 'html' | 'org' | 'asciidoc' | 'rst' | 'pandoc';

/** A file that belongs to a page bundle, or to the site, and is not a page of its own. */
export interface Resource {
  /** Path below the site's folder, with `/`. */
  readonly file: string;
  /** Path below the bundle's folder: Hugo's resource name. */
  readonly name: string;
}

/** A call with the calls that stand in its inner text. */
export interface CallTree extends Call {
  readonly calls: readonly CallTree[];
}

/** What the site knows of a page before its body is read: the entry in the page index. */
export interface PageMeta {
  /** Source path below the site's folder, with `/`. */
  readonly file: string;
  /**
   * Hugo's logical path: lower-cased, without extension and language code, as in `/docs/setup`. A content file of a bundle
   * keeps its extension.
   */
  readonly path: string;
  readonly language: string;
  /** The version of the docs that it came in with from a site of its own. */
  readonly version?: string;
  readonly kind: 'home' | 'section' | 'page' | 'taxonomy' | 'term';
  readonly bundle: 'leaf' | 'branch' | 'none';
  /** Of a content file in a leaf bundle: the bundle's page, whose resource it is. Hugo gives such a file no address. */
  readonly owner?: string;
  readonly format: ContentFormat;
  readonly section: string;
  /** Hugo's content type: front matter `type`, else the section, else `page`. */
  readonly contentType: string;
  /** Site-relative URL, as in `/docs/setup/`; empty where the page has no output. */
  readonly permalink: string;
  /** Old URLs, resolved to site-relative form. */
  readonly aliases: readonly string[];
  readonly resources: readonly Resource[];
  /** Why Hugo leaves the page out of a build without flags; empty for a page that is built. */
  readonly hidden: readonly ('draft' | 'future' | 'expired' | 'headless' | 'notRendered')[];
  readonly frontMatter: FrontMatter;
}

/** A page that has been read. */
export interface Page extends PageMeta {
  readonly body: readonly FlowContent[];
  /** Where the body starts in the source. */
  readonly bodyPlace: Place;
  /** Every call of the page, wherever it stands. */
  readonly calls: readonly CallTree[];
}
