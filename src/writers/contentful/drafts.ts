/** The entries that a page's rich text embeds. */
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { ComponentBlock, ComponentInline } from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import type { DraftProp, EntryDraft, EntryTypeId, FieldSpec } from './entry-types.ts';
import type { EntryValue } from './export.ts';
import type { ImagePiece } from './pieces.ts';
import type { RichDocument } from './rich-text.ts';
import { entryTypes, internalName } from './entry-types.ts';
import { idOfContent } from './ids.ts';
import { limits } from './limits.ts';
import { isPlainImage } from './pieces.ts';
import { cut, wordsOf } from './plain-text.ts';
import { assetLink, embeddedAsset, embeddedBlock } from './rich-text.ts';
import { cleanText, jsonOfProp, typeOfProp } from './values.ts';

type Fields = Readonly<Record<string, EntryValue | undefined>>;

/** The entries of one page, each once. */
export interface Drafts {
  readonly all: ReadonlyMap<string, EntryDraft>;
  add(type: EntryTypeId, fields: Fields, place?: Place): string;
  /** `assetAt` gives the asset that an address leads to. */
  addComponent(
    node: ComponentBlock | ComponentInline,
    body: RichDocument | undefined,
    assetAt: (url: string) => string | undefined,
  ): string;
}

/** `pageId` goes into the ids, so that a change on one page never changes another. */
export function openDrafts(pageId: string, findings: Collector): Drafts {
  const all = new Map<string, EntryDraft>();
  const keep = (type: EntryDraft['type'], fields: Record<string, EntryValue>, props?: readonly DraftProp[]): string => {
    const name = 'known' in type ? type.known : type.component;
    const id = idOfContent(name, pageId, JSON.stringify([fields, props]));
    if (!all.has(id)) all.set(id, { id, type, fields, ...(props && { props }) });
    return id;
  };
  return {
    all,
    add(type, given, place) {
      const specs: Readonly<Record<string, FieldSpec>> = entryTypes[type].fields;
      const fields: Record<string, EntryValue> = {};
      for (const [name, spec] of Object.entries(specs)) {
        const value = given[name];
        if (value === undefined || isEmpty(value)) continue;
        fields[name] = typeof value === 'string' ? fitText(value, spec, { type, name, findings, place }) : value;
      }
      return keep({ known: type }, { [internalName]: nameOf(entryTypes[type].name, specs, fields), ...fields });
    },
    addComponent(node, body, assetAt) {
      const props: DraftProp[] = [];
      const fields: Record<string, EntryValue> = {};
      for (const prop of node.props) {
        // An empty value is left out: Contentful would take it for one and not fall back to another locale.
        const value = typeOfProp(prop.value, prop.asset === true ? assetAt : undefined);
        if (value) props.push({ name: prop.name, value });
      }
      const first = node.props
        .map((prop) => jsonOfProp(prop.value))
        .find((value) => typeof value === 'string' && value !== '');
      const about = typeof first === 'string' ? first : body ? wordsOf(body.content, WORDS) : '';
      fields[internalName] = cut(about === '' ? node.name : `${node.name}: ${about}`, NAME);
      if (body) fields['body'] = body;
      return keep({ component: node.name }, fields, props);
    },
  };
}

/** What the pages' images become, and which assets the page shows as they are. */
export interface Images {
  /** Alternative text by asset, of those that stand in the rich text itself. */
  readonly plain: ReadonlyMap<string, string>;
  block(image: ImagePiece): ReturnType<typeof embeddedAsset> | ReturnType<typeof embeddedBlock>;
  entry(image: ImagePiece): string;
  entryOfAsset(asset: string): string;
}

export function openImages(drafts: Drafts): Images {
  const plain = new Map<string, string>();
  const entry = (image: ImagePiece): string => {
    const tooLong = (image.url?.length ?? 0) > limits.text;
    return drafts.add(
      'image',
      {
        asset: image.asset === undefined ? undefined : assetLink(image.asset),
        url: tooLong ? undefined : image.url,
        alt: image.alt,
        title: image.title,
        heading: image.heading,
        caption: image.caption,
        link: image.link,
        width: image.width,
        height: image.height,
        attributes: tooLong ? { ...image.attributes, src: image.url ?? '' } : image.attributes,
      },
      image.place,
    );
  };
  return {
    plain,
    entry,
    block(image) {
      if (!isPlainImage(image)) return embeddedBlock(entry(image));
      const known = plain.get(image.asset);
      // An asset has one description: a second alternative text on the page needs an entry.
      if (known !== undefined && known !== image.alt) return embeddedBlock(entry(image));
      plain.set(image.asset, image.alt);
      return embeddedAsset(image.asset);
    },
    entryOfAsset: (asset) => drafts.add('image', { asset: assetLink(asset), alt: plain.get(asset) }),
  };
}

const isEmpty = (value: EntryValue): boolean =>
  value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

interface TextContext {
  readonly type: string;
  readonly name: string;
  readonly findings: Collector;
  readonly place: Place | undefined;
}

function fitText(value: string, spec: FieldSpec, context: TextContext): string {
  const clean = cleanText(value);
  const limit = spec.type === 'Symbol' ? limits.symbol : limits.text;
  if (clean.length <= limit) return clean;
  const { type, name, findings, place } = context;
  findings.report('contentful-value-cut', { contentType: type, field: name, length: clean.length, limit }, place);
  return cut(clean, limit);
}

/** The fields that say most about an entry in few words. */
const TITLES = ['title', 'label', 'summary', 'alt'] as const;

const NAME = 100;
const WORDS = 60;

function nameOf(
  type: string,
  specs: Readonly<Record<string, FieldSpec>>,
  fields: Readonly<Record<string, EntryValue>>,
): string {
  const names = [...TITLES, ...Object.keys(specs)].filter((name) => Object.hasOwn(specs, name));
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string') return cut(`${type}: ${value.slice(0, NAME).replace(/\s+/g, ' ').trim()}`, NAME);
    if (isDocument(value)) return cut(`${type}: ${wordsOf(value.content, WORDS)}`, NAME);
  }
  return type;
}

const isDocument = (value: EntryValue | undefined): value is RichDocument =>
  typeof value === 'object' && 'nodeType' in value && value.nodeType === 'document';
