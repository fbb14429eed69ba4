/** Galleries, videos, recordings and diagrams. */
import type { Attribute, Figure, FlowContent, Image, Inline, MediaSource } from '../../model/nodes.ts';
import { booleanOf, contentOf, evaluate, textOf, textWithCalls } from '../apply/evaluate.ts';
import { isBlank } from '../apply/inlines-of.ts';
import type { Application, Content } from '../apply/state.ts';
import { originOf } from '../apply/state.ts';
import { wrapParts } from '../apply/wrap-parts.ts';
import type { RuleOf } from '../mapping.ts';
import type { Builder } from './settings.ts';
import { attributesOf, missing } from './settings.ts';
import { append } from '../../model/append.ts';

export const gallery: Builder<'gallery'> = (application) => {
  const { rule, subject } = application;
  const { children, stray } = rule.settings.images ? listed(application) : pictures(application);
  if (children.length === 0) return missing(application, 'images');
  if (stray.length > 0) {
    const facts = { name: subject.name, rule: rule.id, part: 'picture' };
    subject.state.collector.report('mapping-stray-content', facts, subject.place);
  }
  return [...stray, { type: 'gallery', children, ...originOf(subject, rule.id) }];
};

interface Pictures {
  readonly children: readonly Figure[];
  readonly stray: readonly FlowContent[];
}

/** The pictures whose addresses a setting gives. */
function listed(application: Application<RuleOf<'gallery'>>): Pictures {
  const { images } = application.rule.settings;
  const value = images && evaluate(images, application)?.value;
  const addresses = value === undefined ? [] : typeof value === 'object' ? value : [value];
  return { children: addresses.map((src) => ({ type: 'figure', src: String(src) })), stray: [] };
}

/** The figures of the inner content, and the images that stand alone in their paragraphs. */
function pictures({ subject }: Application): Pictures {
  const children: Figure[] = [];
  const stray: FlowContent[] = [];
  for (const node of wrapParts(subject.contents())) {
    const found = node.type === 'figure' ? [node] : imagesIn(node);
    if (found) append(children, found);
    else if (!isBlank(node)) stray.push(node);
  }
  return { children, stray };
}

/** The images that a node consists of; undefined where it holds anything else. */
function imagesIn(node: Content): Figure[] | undefined {
  if (node.type === 'image') return [figureOf(node)];
  if (node.type === 'link') {
    const [only, ...more] = node.children;
    return only?.type === 'image' && more.length === 0 ? [{ ...figureOf(only), link: node.url }] : undefined;
  }
  if (node.type !== 'paragraph' || node.children.length === 0) return undefined;
  const found: Figure[] = [];
  for (const child of node.children) {
    if (isBlank(child) || child.type === 'break') continue;
    const figures = imagesIn(child);
    if (!figures) return undefined;
    append(found, figures);
  }
  return found;
}

/** What shows when the mouse rests on a picture is an attribute of it, not a heading above its caption. */
function figureOf({ url, alt, title, attributes = [], place, origin }: Image): Figure {
  const own = [...(title === undefined ? [] : [{ name: 'title', value: title }]), ...attributes];
  return {
    type: 'figure',
    src: url,
    ...(typeof alt === 'string' && alt !== '' && { alt }),
    ...(own.length > 0 && { imageAttributes: own }),
    ...(place && { place }),
    ...(origin && { origin }),
  };
}

export const video: Builder<'video'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const shared = mediaOf(application);
  if (!shared) return undefined;
  const poster = textOf(settings.poster, application);
  const width = textOf(settings.width, application);
  const height = textOf(settings.height, application);
  if (subject.position === 'inline') return [linkTo(shared, application)];
  const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  const own = { ...(poster !== undefined && { poster }), ...size };
  return [{ type: 'video', ...shared, ...own, ...originOf(subject, rule.id) }];
};

export const audio: Builder<'audio'> = (application) => {
  const { rule, subject } = application;
  const shared = mediaOf(application);
  if (!shared) return undefined;
  if (subject.position === 'inline') return [linkTo(shared, application)];
  return [{ type: 'audio', ...shared, ...originOf(subject, rule.id) }];
};

type MediaApplication = Application<RuleOf<'video'> | RuleOf<'audio'>>;

interface SharedMedia {
  readonly sources: readonly MediaSource[];
  readonly title?: string;
  readonly caption?: readonly Inline[];
  readonly attributes?: readonly Attribute[];
}

function mediaOf(application: MediaApplication): SharedMedia | undefined {
  const { settings } = application.rule;
  const src = textOf(settings.src, application);
  const typed = attributesOf(settings.sources, application, 'noRest');
  const sources: MediaSource[] = [
    ...(src === undefined ? [] : [{ src }]),
    ...typed.map(({ name, value }) => ({ src: String(value), mimeType: name })),
  ];
  if (sources.length === 0) return missing(application, 'src');
  const title = textOf(settings.title, application);
  const caption = contentOf(settings.caption, application);
  const controls = booleanOf(settings.controls, application) ?? true;
  const more = attributesOf(settings.attributes, application).filter(({ name }) => name !== 'controls');
  const attributes = [...(controls ? [{ name: 'controls', value: true }] : []), ...more];
  return {
    sources,
    ...(title !== undefined && { title }),
    ...(caption && { caption }),
    ...(attributes.length > 0 && { attributes }),
  };
}

/** No player can stand in a heading or a cell: a link takes the reader to the file. */
function linkTo({ sources, title, caption }: SharedMedia, { rule, subject }: MediaApplication): Inline {
  const url = sources[0]?.src ?? '';
  const children: readonly Inline[] = caption ?? [{ type: 'text', value: title ?? String(url) }];
  return { type: 'link', notation: 'inline', url, children, ...originOf(subject, rule.id) };
}

export const diagram: Builder<'diagram'> = (application) => {
  const { rule, subject, state } = application;
  const { settings } = rule;
  const raw = settings.value ? textOf(settings.value, application) : subject.rawInner();
  if (raw === undefined) return missing(application, 'value');
  const lang = textOf(settings.lang, application) ?? languageOf(application);
  const title = textOf(settings.title, application);
  const value = textWithCalls(raw, state)
    .replace(/^(?:[ \t]*[\r\n]+)+/, '')
    .trimEnd();
  return [{ type: 'diagram', lang, value, ...(title !== undefined && { title }), ...originOf(subject, rule.id) }];
};

/** The language of the fence, or the name of the shortcode: `{{< mermaid >}}`. */
const languageOf = ({ subject }: Application): string =>
  subject.call ? subject.call.name.toLowerCase() : String(subject.argument('lang') ?? '');
