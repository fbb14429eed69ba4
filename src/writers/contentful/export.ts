/** The file that `contentful-import` reads, as far as decant writes it. */
import type { Link, RichDocument } from './rich-text.ts';

/** A value of a field in one locale. Objects are what Contentful calls JSON. */
export type EntryValue =
  | string
  | number
  | boolean
  | Link
  | RichDocument
  | readonly Link[]
  | readonly JsonValue[]
  | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** By field id, then by locale. */
type LocalizedFields = Readonly<Record<string, Readonly<Record<string, EntryValue>>>>;

export type FieldType =
  | 'Symbol'
  | 'Text'
  | 'RichText'
  | 'Integer'
  | 'Number'
  | 'Date'
  | 'Boolean'
  | 'Object'
  | 'Link'
  | 'Array';

export interface Validation {
  readonly unique?: true;
  readonly in?: readonly (string | number)[];
  readonly linkContentType?: readonly string[];
  readonly linkMimetypeGroup?: readonly ['image'];
}

export interface ContentTypeField {
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
  readonly linkType?: 'Entry' | 'Asset';
  readonly items?: {
    readonly type: 'Symbol' | 'Link';
    readonly linkType?: 'Entry' | 'Asset';
    readonly validations: readonly Validation[];
  };
  readonly localized: boolean;
  readonly required: boolean;
  readonly validations: readonly Validation[];
  readonly disabled: false;
  readonly omitted: false;
}

export interface ContentType {
  readonly sys: { readonly type: 'ContentType'; readonly id: string; readonly publishedVersion: 1 };
  readonly name: string;
  readonly description: string;
  readonly displayField: string;
  readonly fields: readonly ContentTypeField[];
}

export interface Entry {
  readonly sys: {
    readonly type: 'Entry';
    readonly id: string;
    readonly contentType: Link<'ContentType'>;
    /** Absent on a draft: it alone decides whether the importer publishes the entry. */
    readonly publishedVersion?: 1;
  };
  readonly fields: LocalizedFields;
}

export interface AssetFile {
  readonly url: string;
  readonly fileName: string;
  readonly contentType: string;
}

export interface Asset {
  readonly sys: { readonly type: 'Asset'; readonly id: string; readonly publishedVersion: 1 };
  readonly fields: {
    readonly title: Readonly<Record<string, string>>;
    readonly description?: Readonly<Record<string, string>>;
    readonly file: Readonly<Record<string, AssetFile>>;
  };
}

export interface Locale {
  readonly sys: { readonly type: 'Locale'; readonly id: string };
  readonly name: string;
  readonly code: string;
  readonly default: boolean;
  readonly fallbackCode: null;
  readonly optional: boolean;
  readonly contentManagementApi: true;
  readonly contentDeliveryApi: true;
}

export interface EditorInterface {
  readonly sys: { readonly type: 'EditorInterface'; readonly id: 'default'; readonly contentType: Link<'ContentType'> };
  readonly controls: readonly {
    readonly fieldId: string;
    readonly widgetNamespace: 'builtin';
    readonly widgetId: 'slugEditor' | 'multipleLine' | 'singleLine' | 'urlEditor';
  }[];
}
