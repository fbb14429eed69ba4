/** Looks of what shows something: pictures, recordings, frames, drawings, code. */
import type { GuessedValue } from '../../model/shortcode-study.ts';
import type { Look, Sight } from './guess.ts';
import type { MarkupElement } from './markup.ts';
import type { Part, Value } from './value.ts';
import { argumentNamed, findElement, guess, settingOf } from './guess.ts';
import { attributeOf, hasWordsBeside, partsIn, showsAny, showsInner } from './markup.ts';
import { argumentsOf, holdsInner } from './value.ts';
import { PROVIDERS, wordsOf } from './words.ts';

const SOURCES = ['src', 'image', 'img', 'url', 'link', 'path', 'file', 'name', '0'];

/** The address that an element shows: its attribute, or the argument that goes into it. */
function sourceOf(element: MarkupElement, sight: Sight): GuessedValue | undefined {
  for (const name of ['src', 'data-src', 'srcset', 'data']) {
    const value = attributeOf(element, name);
    const setting = settingOf(value) ?? (value && settingOf(argumentsOf(value)[0]));
    if (setting && setting.type !== 'literal') return setting;
  }
  return argumentNamed(sight, SOURCES.slice(0, 3));
}

const dimension = (element: MarkupElement, name: string, sight: Sight): GuessedValue | undefined =>
  settingOf(attributeOf(element, name)) ?? argumentNamed(sight, [name]);

export const picture: Look = (sight) => {
  const image = findElement(sight, ({ tagName }) => tagName === 'img');
  const figure = findElement(sight, ({ tagName }) => tagName === 'figure');
  const caption = findElement(sight, ({ tagName, classes }) => tagName === 'figcaption' || classes.includes('caption'));
  const src = image && sourceOf(image, sight);
  if (!image || !src || sight.showsInner || hasWordsBeside(sight.markup, caption)) return undefined;
  const tooltip = settingOf(attributeOf(image, 'title'));
  // A title that is nowhere but in the attribute is a tooltip, and no heading of a caption.
  const isTooltip =
    tooltip !== undefined &&
    !(tooltip.type === 'argument' && sight.markup.roots.some((root) => showsAny(root, tooltip.names)));
  const title = isTooltip ? undefined : (argumentNamed(sight, ['title']) ?? tooltip);
  const words = argumentNamed(sight, ['caption']) ?? (caption && settingOf(argumentIn(caption)));
  const shared = {
    src,
    alt: settingOf(attributeOf(image, 'alt')) ?? argumentNamed(sight, ['alt']),
    title: words && title && areOne(words, title) ? undefined : title,
    imageAttributes: isTooltip ? { title: tooltip } : undefined,
  };
  const link = findElement(sight, ({ tagName }) => tagName === 'a');
  return guess('figure', figure ? ['<figure>', '<img>'] : ['<img>'], {
    ...shared,
    caption: words,
    link: argumentNamed(sight, ['link']) ?? (link && argumentOnly(attributeOf(link, 'href'))),
    width: dimension(image, 'width', sight),
    height: dimension(image, 'height', sight),
  });
};

/** Whether two settings come from one argument. */
const areOne = (first: GuessedValue, second: GuessedValue): boolean =>
  first.type === 'argument' && second.type === 'argument' && first.names.some((name) => second.names.includes(name));

const argumentIn = (element: MarkupElement): Value | undefined =>
  partsIn(element).find((part): part is Value => typeof part !== 'string' && part.type === 'argument');

const argumentOnly = (value: Value | undefined): GuessedValue | undefined => {
  const setting = settingOf(value);
  return setting?.type === 'argument' ? setting : undefined;
};

export const recording: Look = (sight) => {
  const element = findElement(sight, ({ tagName }) => tagName === 'video' || tagName === 'audio');
  if (!element) return undefined;
  const source = findElement(sight, ({ tagName }) => tagName === 'source');
  const src = sourceOf(element, sight) ?? (source && sourceOf(source, sight));
  if (!src) return undefined;
  return guess(element.tagName === 'audio' ? 'audio' : 'video', [`<${element.tagName}>`], {
    src,
    poster: argumentOnly(attributeOf(element, 'poster')),
    caption: argumentNamed(sight, ['caption']),
    title: argumentNamed(sight, ['title']),
  });
};

/** A frame from a provider that is known; the id is the argument in its address. */
export const embed: Look = (sight) => {
  const frame = findElement(sight, ({ tagName }) => tagName === 'iframe' || tagName === 'script');
  const parts = frame?.attributes.get('src') ?? frame?.attributes.get('data-src') ?? [];
  const text = parts.map((part) => (typeof part === 'string' ? part : 'x')).join('');
  const url = text.startsWith('//') ? `https:${text}` : text;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const known = Object.entries(PROVIDERS).find(([end]) => host === end || host.endsWith(`.${end}`));
  const id = parts.find(
    (part): part is Exclude<Part, string> => typeof part !== 'string' && argumentsOf(part).length > 0,
  );
  const setting = id && (settingOf(id) ?? settingOf(argumentsOf(id)[0]));
  if (!known || !setting || setting.type !== 'argument') return undefined;
  const [, { provider, page }] = known;
  return guess('embed', [`<${frame?.tagName ?? ''} src="${host}">`], {
    provider: { type: 'literal', value: provider },
    id: setting,
    url: page === undefined ? undefined : { type: 'template', template: `${page}\${${setting.names.join('|')}}` },
    title: argumentNamed(sight, ['title']),
  });
};

const DIAGRAMS = ['mermaid', 'plantuml', 'graphviz', 'kroki', 'markmap', 'wavedrom'];

/** Text that a script draws. */
export const drawing: Look = (sight) => {
  const element = findElement(sight, (one) => showsInner(one) && one.classes.some((word) => DIAGRAMS.includes(word)));
  const lang = element?.classes.find((word) => DIAGRAMS.includes(word));
  if (!element || lang === undefined) return undefined;
  return guess('diagram', [`class ${lang}`], { lang: { type: 'literal', value: lang } });
};

/** Formulas between the marks of TeX. */
export const formula: Look = (sight) => {
  const element = findElement(
    sight,
    (one) => showsInner(one) && one.classes.some((word) => word === 'katex' || word === 'math'),
  );
  const parts = sight.markup.roots.flatMap(partsIn);
  const isMarked = parts.some((part, at) => {
    const next = parts[at + 1];
    const opens = typeof part === 'string' && ['\\(', '\\[', '$$'].some((mark) => part.trimEnd().endsWith(mark));
    return opens && next !== undefined && typeof next !== 'string' && holdsInner(next);
  });
  if (!element && !isMarked) return undefined;
  return guess('math', [element ? `class ${element.classes[0] ?? ''}` : 'the marks of TeX']);
};

/** Highlighted or preformatted text. */
export const code: Look = (sight) => {
  const highlighted = sight.markup.roots
    .flatMap(partsIn)
    .find((part): part is Extract<Value, { type: 'code' }> => typeof part !== 'string' && part.type === 'code');
  if (highlighted) {
    const isInner = holdsInner(highlighted.code);
    const value = isInner ? undefined : settingOf(highlighted.code);
    if (!isInner && !value) return undefined;
    return guess('code', ['highlight'], {
      value,
      lang: settingOf(highlighted.lang) ?? settingOf(argumentsOf(highlighted.lang)[0]),
      options: argumentOnly(highlighted.options),
      title: argumentNamed(sight, ['title', 'filename', 'file', 'header', 'caption']),
    });
  }
  const element = findElement(sight, (one) => showsInner(one) && (one.tagName === 'pre' || one.tagName === 'code'));
  if (!element || sight.inner.has('markdown')) return undefined;
  const around = sight.markup.elements.filter(
    (one) => showsInner(one) && (one.tagName === 'pre' || one.tagName === 'code'),
  );
  const classed = around
    .flatMap(({ attributes }) => attributes.get('class') ?? [])
    .flatMap((part) => (typeof part === 'string' ? [] : argumentsOf(part)));
  const lang = around
    .flatMap(({ classes }) => classes)
    .map((word) => word.split('language-')[1])
    .find((word) => word !== undefined && word !== '');
  return guess('code', [`<${element.tagName}>`], {
    lang:
      settingOf(classed[0]) ??
      (lang === undefined ? argumentNamed(sight, ['lang', 'language', 'syntax']) : { type: 'literal', value: lang }),
    inline: element.tagName === 'code' && element.parent === undefined ? { type: 'literal', value: true } : undefined,
  });
};

export const gallery: Look = (sight) => {
  const element = sight.markup.elements.find((one) => one.classes.some((word) => wordsOf(word).includes('gallery')));
  return element && showsInner(element) ? guess('gallery', [`class ${element.classes[0] ?? ''}`]) : undefined;
};
