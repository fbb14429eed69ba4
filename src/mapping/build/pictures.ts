import type { Figure, Image, Inline } from '../../model/nodes.ts';
import { contentOf, textOf } from '../apply/evaluate.ts';
import { originOf } from '../apply/state.ts';
import type { Application } from '../apply/state.ts';
import type { RuleOf } from '../mapping.ts';
import type { Builder } from './settings.ts';
import { attributesOf, missing } from './settings.ts';

export const figure: Builder<'figure'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const src = textOf(settings.src, application);
  if (src === undefined) return missing(application, 'src');
  const caption = captionOf(application);
  const texts = withTexts({
    alt: textOf(settings.alt, application),
    title: textOf(settings.title, application),
    link: textOf(settings.link, application),
    width: textOf(settings.width, application),
    height: textOf(settings.height, application),
  });
  const imageAttributes = attributesOf(settings.imageAttributes, application, 'noRest');
  const linkAttributes = attributesOf(settings.linkAttributes, application, 'noRest');
  const attributes = attributesOf(settings.attributes, application);
  const node: Figure = {
    type: 'figure',
    src,
    ...texts,
    ...(caption.length > 0 && { caption }),
    ...(attributes.length > 0 && { attributes }),
    ...(imageAttributes.length > 0 && { imageAttributes }),
    ...(linkAttributes.length > 0 && { linkAttributes }),
    ...originOf(subject, rule.id),
  };
  return [subject.position === 'flow' ? node : (imageFrom(node) ?? node)];
};

type Texts = Partial<Record<'alt' | 'title' | 'link' | 'width' | 'height', string>>;

const withTexts = (texts: Readonly<Record<keyof Texts, string | undefined>>): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) as Texts; // undefined is gone

/** The caption with the attribution behind it, as Hugo's figure has it. */
function captionOf(application: Application<RuleOf<'figure'>>): readonly Inline[] {
  const { settings } = application.rule;
  const caption = contentOf(settings.caption, application) ?? [];
  const attribution = contentOf(settings.attribution, application) ?? [];
  const url = textOf(settings.attributionLink, application);
  if (attribution.length === 0) return caption;
  const linked: readonly Inline[] =
    url === undefined ? attribution : [{ type: 'link', notation: 'inline', url, children: attribution }];
  return caption.length > 0 ? [...caption, { type: 'text', value: ' ' }, ...linked] : linked;
}

/** A figure as an image in a line of text, where that loses nothing. */
function imageFrom(node: Figure): Inline | undefined {
  const { caption, title, link, attributes, imageAttributes = [], linkAttributes, origin, place } = node;
  if (caption || title !== undefined || attributes || linkAttributes) return undefined;
  const from = { ...(origin && { origin }), ...(place && { place }) };
  const size = (['width', 'height'] as const).flatMap((name) => {
    const value = node[name];
    return value === undefined ? [] : [{ name, value }];
  });
  const own = [...size, ...imageAttributes];
  const alt = node.alt ?? '';
  const image: Image = { type: 'image', url: node.src, alt, ...(own.length > 0 && { attributes: own }), ...from };
  return link === undefined ? image : { type: 'link', notation: 'inline', url: link, children: [image], ...from };
}

export const image: Builder<'image'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const src = textOf(settings.src, application);
  if (src === undefined) return missing(application, 'src');
  const title = textOf(settings.title, application);
  const alt = textOf(settings.alt, application) ?? '';
  const attributes = attributesOf(settings.attributes, application);
  return [
    {
      type: 'image',
      url: src,
      alt,
      ...(title !== undefined && { title }),
      ...(attributes.length > 0 && { attributes }),
      ...originOf(subject, rule.id),
    },
  ];
};
