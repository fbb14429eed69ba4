/** What a space stores, in the shapes of Contentful's Management API. */

export interface Link {
  readonly sys: { readonly type: 'Link'; readonly linkType: string; readonly id: string };
}

export interface FieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly linkType?: string;
  readonly items?: { readonly type: string; readonly linkType?: string; readonly validations?: readonly Validation[] };
  readonly localized?: boolean;
  readonly required?: boolean;
  readonly validations?: readonly Validation[];
}

export type Validation = Readonly<Record<string, unknown>>;

/** Values by field and locale. */
export type Fields = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Sys {
  readonly id: string;
  readonly type: string;
  readonly space: Link;
  readonly environment: Link;
  version: number;
  publishedVersion?: number;
  readonly contentType?: Link;
}

export interface Entity {
  readonly sys: Sys;
  readonly [key: string]: unknown;
}

export interface ContentType extends Entity {
  readonly name: string;
  readonly displayField?: string;
  readonly fields: readonly FieldDefinition[];
}

export interface Entry extends Entity {
  readonly fields: Fields;
}

export interface Locale extends Entity {
  readonly code: string;
  readonly name: string;
  readonly default: boolean;
  readonly optional?: boolean;
  readonly fallbackCode?: string | null;
}

export interface Space {
  readonly locales: Map<string, Locale>;
  readonly contentTypes: Map<string, ContentType>;
  readonly entries: Map<string, Entry>;
  readonly assets: Map<string, Entry>;
  readonly tags: Map<string, Entity>;
  readonly editorInterfaces: Map<string, Entity>;
  readonly uploads: Map<string, number>;
}

/** A refusal, in the words and with the status of the API. */
export class Refusal extends Error {
  readonly status: number;
  readonly id: string;
  readonly details: unknown;

  constructor(status: number, id: string, message: string, details: unknown = {}) {
    super(message);
    this.status = status;
    this.id = id;
    this.details = details;
  }
}

export const linkTo = (linkType: string, id: string): Link => ({ sys: { type: 'Link', linkType, id } });

export function createSys(id: string, type: string): Sys {
  return { id, type, version: 1, space: linkTo('Space', 'space'), environment: linkTo('Environment', 'master') };
}

/** A space with one locale and nothing in it. */
export function createSpace(defaultLocale: string): Space {
  const sys = createSys('default-locale', 'Locale');
  const locale: Locale = { sys, code: defaultLocale, name: defaultLocale, default: true, fallbackCode: null };
  return {
    locales: new Map([[sys.id, locale]]),
    contentTypes: new Map(),
    entries: new Map(),
    assets: new Map(),
    tags: new Map(),
    editorInterfaces: new Map(),
    uploads: new Map(),
  };
}
