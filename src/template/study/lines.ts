/** Looks of what stands in a line: links, buttons, badges, icons, values; and of what shows nothing of its own. */
import type { GuessedValue } from '../../model/shortcode-study.ts';
import type { Look } from './guess.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';
import type { Part, Value } from './value.ts';
import { argumentNamed, attributesOf, findElement, guess, settingOf } from './guess.ts';
import { attributeOf, hasWordsBeside, isElement, partsIn, showsInner } from './markup.ts';
import { isExact } from './value.ts';
import { wordsOf } from './words.ts';

export const link: Look = (sight) => {
  const { markup } = sight;
  const anchor = findElement(sight, ({ tagName }) => tagName === 'a');
  const href = anchor && attributeOf(anchor, 'href');
  const url = href && isExact(href) ? settingOf(href) : undefined;
  if (!anchor || !url || hasWordsBeside(markup, anchor)) return undefined;
  if (markup.roots.some((node) => showsBeside(node, anchor))) return undefined;
  const isButton = [anchor, ...(anchor.parent ? [anchor.parent] : [])].some(({ classes }) =>
    classes.some((name) => wordsOf(name).some((word) => word === 'btn' || word === 'button')),
  );
  const text = showsInner(anchor)
    ? undefined
    : (shownIn(anchor) ??
      settingOf(attributeOf(anchor, 'title')) ??
      settingOf(attributeOf(anchor, 'aria-label')) ??
      argumentNamed(sight, ['text', 'title', 'label']));
  if (isButton) {
    const kind = argumentNamed(sight, ['style', 'color', 'type', 'kind']);
    return guess('button', [`<a class="${anchor.classes[0] ?? ''}">`], {
      url,
      text,
      kind,
      icon: argumentNamed(sight, ['icon']),
    });
  }
  return guess('link', ['<a>'], { url, text });
};

/** Whether anything but words is to be seen outside of an element: a link alone would lose it. */
function showsBeside(node: MarkupNode, element: MarkupElement): boolean {
  if (node === element || typeof node === 'string') return false;
  if (!isElement(node)) return settingOf(node)?.type === 'argument';
  if (SEEN.has(node.tagName)) return true;
  return !UNSEEN.has(node.tagName) && node.children.some((child) => showsBeside(child, element));
}

/** Elements that show something without a text in them. */
const SEEN = new Set(['audio', 'canvas', 'form', 'iframe', 'img', 'input', 'object', 'picture', 'select', 'video']);

/** What an element shows, as far as a mapping can say it: a text with arguments in it, else the first argument. */
function shownIn(element: MarkupElement): GuessedValue | undefined {
  const parts = partsIn(element).map((part) => (typeof part === 'string' ? part.replaceAll(/\s+/g, ' ') : part));
  const text = parts.every((part) => typeof part === 'string') ? parts.join('').trim() : undefined;
  if (text !== undefined) return text === '' ? undefined : { type: 'literal', value: text };
  return (
    settingOf({ type: 'text', parts }) ??
    settingOf(parts.find((part): part is Value => typeof part !== 'string' && settingOf(part) !== undefined))
  );
}

export const badge: Look = (sight) => {
  const [root] = sight.markup.roots;
  if (!root || !isElement(root)) return undefined;
  const word = root.classes.find((name) =>
    wordsOf(name).some((part) => ['badge', 'label', 'pill', 'chip'].includes(part)),
  );
  if (word === undefined) return undefined;
  const shown = partsIn(root).find((part): part is Value => typeof part !== 'string' && settingOf(part) !== undefined);
  const kind = argumentNamed(sight, ['style', 'color', 'type', 'kind']);
  return guess('badge', [`class ${word}`], { text: showsInner(root) ? undefined : settingOf(shown), kind });
};

export const icon: Look = (sight) => {
  const [root, ...others] = sight.markup.roots;
  if (!root || !isElement(root) || others.length > 0 || sight.showsInner) return undefined;
  if (
    root.tagName !== 'i' &&
    !(root.tagName === 'span' && root.classes.some((name) => wordsOf(name).includes('icon')))
  ) {
    return undefined;
  }
  const classes = root.attributes.get('class') ?? [];
  const value = [...classes, ...partsIn(root)].find(
    (part): part is Value => typeof part !== 'string' && settingOf(part)?.type === 'argument',
  );
  const name = settingOf(value);
  return name && guess('icon', [`<${root.tagName} class="${root.classes[0] ?? ''}">`], { name });
};

/** Elements for browsers and search engines. */
const UNSEEN = new Set(['meta', 'link', 'style', 'script']);

/** Nothing but one value: an argument, a parameter of the site, a file, the inner content. */
export const bare: Look = ({ markup, facts, arguments: all }) => {
  const [first] = markup.elements;
  if (first && markup.roots.every((node) => isElement(node) && UNSEEN.has(node.tagName))) {
    return guess('drop', [`prints <${first.tagName}> and nothing that is seen`]);
  }
  if (first) return undefined;
  const [only, ...others] = markup.roots;
  if (others.length > 0) return undefined;
  if (only === undefined)
    return facts.handedUp.length === 0 && !facts.asked.has('pages') ? nothing(all.length) : undefined;
  // What arguments decide is more than one text.
  if (typeof only === 'string' && all.length > 0) return undefined;
  if (typeof only === 'string')
    return guess('text', ['prints a text'], { value: { type: 'literal', value: only.trim() } });
  return isElement(only) ? undefined : bareValue(only);
};

const nothing = (argumentCount: number) => (argumentCount === 0 ? guess('drop', ['prints nothing']) : undefined);

function bareValue(value: Exclude<Part, string>): ReturnType<Look> {
  switch (value.type) {
    case 'inner':
      return guess('unwrap', ['prints its inner content and nothing else']);
    case 'lookup':
      if (!isExact(value)) return undefined;
      return guess('value', [`prints ${value.path}`], { from: { type: 'lookup', paths: [value.path] } });
    case 'argument':
      if (!isExact(value)) return undefined;
      return guess('text', ['prints an argument'], { value: settingOf(value) });
    case 'file':
      return guess('include', ['prints the content of a file or page'], { path: settingOf(value.of) });
    case 'reference': {
      const path = settingOf(value.of);
      return (
        path &&
        guess('reference', ['prints a page’s address'], { path, address: { type: 'literal', value: value.address } })
      );
    }
    case 'other':
      return lookups(value);
    default:
      return undefined;
  }
}

/** A value that stands in one of several places. */
function lookups({ made }: Extract<Value, { type: 'other' }>): ReturnType<Look> {
  const paths = made.flatMap((value) => (value.type === 'lookup' && isExact(value) ? [value.path] : []));
  if (paths.length === 0 || paths.length !== made.length) return undefined;
  return guess('value', [`prints ${paths[0] ?? ''}`], { from: { type: 'lookup', paths } });
}

/** A file's content inside of markup. */
export const included: Look = (sight) => {
  const file = sight.markup.roots
    .flatMap(partsIn)
    .find((part): part is Extract<Value, { type: 'file' }> => typeof part !== 'string' && part.type === 'file');
  return file && guess('include', ['prints the content of a file or page'], { path: settingOf(file.of) });
};

/** A line of text in one element: `<sup>`, `<mark>`. */
export const wrapped: Look = ({ markup, showsInner: shows }) => {
  const [root, ...others] = markup.roots;
  if (!root || !isElement(root) || others.length > 0 || shows || markup.elements.length !== 1) return undefined;
  // Where a link leads is more than its text.
  if (root.tagName === 'a') return undefined;
  const shown = partsIn(root).filter((part) => typeof part !== 'string' || part.trim() !== '');
  const [only] = shown;
  const value =
    shown.length === 1 && only !== undefined && typeof only !== 'string' && isExact(only) ? settingOf(only) : undefined;
  if (!value || Object.keys(attributesOf(root, ['class', 'style'])).length > 0) return undefined;
  if (value.type === 'lookup')
    return guess('value', [`prints ${value.paths[0] ?? ''} in <${root.tagName}>`], { from: value });
  return value.type === 'argument' ? guess('text', [`prints an argument in <${root.tagName}>`], { value }) : undefined;
};
