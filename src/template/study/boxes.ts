/** Looks of what holds content: call-outs, tabs, folds, cards, columns, plain boxes. */
import type { GuessedValue, ShortcodeGuess } from '../../model/shortcode-study.ts';
import type { Look, Sight } from './guess.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';
import type { Value } from './value.ts';
import { argumentNamed, attributesOf, findElement, guess, settingOf } from './guess.ts';
import { attributeOf, isElement, partsIn, showsInner } from './markup.ts';
import { argumentsOf, holdsInner, namesIn } from './value.ts';
import { ADMONITION_KINDS, isAdmonitionWord, kindByName, wordsOf } from './words.ts';

/** What is shown in front of the content and says nothing by itself. */
const NO_TITLES = ['icon', 'emoji', 'id'];

const TITLE_NAMES = ['title', 'header', 'heading', 'summary', 'label', 'caption'];

/** The first argument that is shown in front of the inner content, in a title's place if there is one. */
function titleIn(element: MarkupElement, sight: Sight): GuessedValue | undefined {
  const isTitle = (node: MarkupNode): boolean =>
    isElement(node) &&
    (/^(?:h[1-6]|strong|b|summary|header)$/.test(node.tagName) ||
      node.classes.some((word) =>
        wordsOf(word).some((part) => part === 'title' || part === 'heading' || part === 'header'),
      ));
  const places = sight.markup.elements.filter((one) => isWithin(one, element) && isTitle(one) && !showsInner(one));
  const shown = [...places, element].flatMap((one) => valuesBeforeInner(one));
  const others = new Set([...sight.facts.insteadOfInner.flatMap(({ names }) => names), ...NO_TITLES]);
  const args = shown.flatMap(argumentsOf).filter(({ names }) => !names.some((name) => others.has(name)));
  const named = args.find(({ names }) => names.some((name) => TITLE_NAMES.includes(name.toLowerCase())));
  return settingOf(named) ?? argumentNamed(sight, TITLE_NAMES) ?? settingOf(args[0]);
}

function valuesBeforeInner(element: MarkupElement): Value[] {
  const values: Value[] = [];
  for (const part of partsIn(element)) {
    if (typeof part === 'string') continue;
    if (holdsInner(part)) break;
    values.push(part);
  }
  return values;
}

function isWithin(element: MarkupElement, ancestor: MarkupElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === ancestor) return true;
  return false;
}

const hasWord = (element: MarkupElement, words: readonly string[]): boolean =>
  element.classes.some((name) => wordsOf(name).some((word) => words.includes(word)));

export const details: Look = (sight) => {
  const element = findElement(sight, ({ tagName }) => tagName === 'details');
  if (!element || !showsInner(element)) return undefined;
  const summary = findElement(sight, ({ tagName }) => tagName === 'summary');
  const values = summary ? valuesBeforeInner(summary).filter((one) => settingOf(one)) : [];
  const isTitle = (value: Value): boolean =>
    argumentsOf(value).some(({ names }) => names.some((name) => TITLE_NAMES.includes(name.toLowerCase())));
  return guess('details', ['<details>'], {
    summary: settingOf(values.find(isTitle) ?? values[0]) ?? argumentNamed(sight, ['summary', ...TITLE_NAMES]),
    open: argumentNamed(sight, ['open', 'expanded']),
  });
};

export const admonition: Look = (sight) => {
  if (!sight.showsInner) return undefined;
  const element = findElement(sight, (one) => showsInner(one) && admonitionEvidence(one) !== undefined);
  const evidence = element && admonitionEvidence(element);
  if (!element || evidence === undefined) return undefined;
  const words = wordsBeforeInner(element);
  const kind = admonitionKind(element, sight, words);
  const title = titleIn(element, sight) ?? (words === '' || isAdmonitionWord(words.toLowerCase()) ? undefined : words);
  return guess('admonition', [evidence], {
    kind,
    title: typeof title === 'string' ? { type: 'literal', value: title } : title,
  });
};

/** The words that every call shows in front of its content: `<b>Video:</b>`. A name that a font makes an icon of is none. */
function wordsBeforeInner(element: MarkupElement): string {
  const texts: string[] = [];
  const isDone = gather(element, texts);
  const text = texts.join(' ').trim();
  return isDone && /\p{L}/u.test(text) ? text.replace(/\s*[:：]$/u, '') : '';
}

/** Collects what stands in front of the inner content; true once that is found. */
function gather(node: MarkupNode, texts: string[]): boolean {
  if (!isElement(node)) {
    if (typeof node !== 'string') return holdsInner(node);
    if (node.trim() !== '') texts.push(node.trim());
    return false;
  }
  if (UNREAD.has(node.tagName) || hasWord(node, ['icon', 'icons', 'symbols'])) return false;
  return node.children.some((child) => gather(child, texts));
}

const UNREAD = new Set(['i', 'script', 'style', 'svg']);

function admonitionEvidence(element: MarkupElement): string | undefined {
  const word = element.classes.find((name) => wordsOf(name).some(isAdmonitionWord));
  if (word !== undefined) return `class ${word}`;
  const role = attributeOf(element, 'role');
  if (role?.type === 'literal' && (role.value === 'alert' || role.value === 'note')) return `role=${role.value}`;
  return element.tagName === 'aside' || element.tagName.endsWith('-alert') ? `<${element.tagName}>` : undefined;
}

/** Which kind: an argument that becomes a class, else the shortcode's name, a class, the words in front of its content. */
function admonitionKind(element: MarkupElement, sight: Sight, title: string): GuessedValue {
  const shown = (element.attributes.get('class') ?? []).flatMap((part) => (typeof part === 'string' ? [] : [part]));
  const argument = shown.flatMap(argumentsOf)[0];
  const setting = argument
    ? settingOf(argument)
    : argumentNamed(sight, ['type', 'kind', 'color', 'style', 'level', 'severity']);
  if (setting?.type === 'argument') return { ...setting, default: setting.default ?? 'note' };
  const words = [...wordsOf(sight.name), ...element.classes.flatMap(wordsOf), title.toLowerCase()];
  const known = words.find((word) => Object.hasOwn(ADMONITION_KINDS, word));
  return { type: 'literal', value: (known !== undefined && ADMONITION_KINDS[known]) || 'note' };
}

const TAB_LIST = ['tabs', 'tablist', 'tabset', 'tabpane', 'tabbed'];

/** One tab: it hands its content to the tabs around it, or is a panel. */
export const tab: Look = (sight) => {
  const { facts, markup } = sight;
  // `Scratch.Add` joins lists, so that a tab is handed up as a list of one.
  const handedUp = facts.handedUp.flatMap((value) => (value.type === 'list' ? value.items : [value]));
  const handed = handedUp.find(holdsInner);
  const label = argumentNamed(sight, ['name', 'title', 'label', 'header', 'tabname', '0']);
  const id = argumentNamed(sight, ['value', 'id']);
  const isTab = wordsOf(sight.name).includes('tab');
  if (handed && markup.elements.length === 0) {
    const inMap =
      handed.type === 'map' ? [...handed.entries.values()].find((value) => value.type === 'argument') : undefined;
    const found = label ?? settingOf(inMap);
    const evidence = ['hands its content to the shortcode around it'];
    const meaning =
      kindByName(sight.name) === 'step'
        ? guess('step', evidence, { title: found })
        : found && guess('tab', evidence, { label: found, value: id });
    return meaning && { ...meaning, ...otherContent(handedUp) };
  }
  const panel = findElement(sight, (element) => {
    const role = attributeOf(element, 'role');
    return (
      (role?.type === 'literal' && role.value === 'tabpanel') ||
      hasWord(element, ['tabpanel']) ||
      hasWord(element, ['tab'])
    );
  });
  const hasList = markup.elements.some((element) => hasWord(element, TAB_LIST) || isTabList(element));
  if (!panel || !showsInner(panel) || (hasList && !isTab)) return undefined;
  // `.Parent.Get .Ordinal`: the labels stand on the set.
  if (!label && !facts.positions.has('parent')) return undefined;
  return guess('tab', [panel.classes[0] === undefined ? 'role=tabpanel' : `class ${panel.classes[0]}`], {
    label,
    value: id,
  });
};

/** What a tab hands on for its inner content: code where an argument names a language, something else where another is given. */
function otherContent(handedUp: readonly Value[]): Pick<ShortcodeGuess, 'codeLang' | 'instead'> {
  const maps = handedUp.flatMap((value) => (value.type === 'map' ? [[...value.entries.values()]] : []));
  const codes = maps.flat().filter((value) => value.type === 'code' && holdsInner(value));
  const [lang] = codes.flatMap((value) => (value.type === 'code' ? argumentsOf(value.lang) : []));
  const named = lang?.names[0];
  const shown = new Set(maps.filter((values) => values.some(holdsInner)).flatMap(namesIn));
  if (named !== undefined) shown.add(named);
  const [instead] = maps
    .filter((values) => !values.some(holdsInner))
    .flatMap((values) => values.flatMap(argumentsOf).filter(({ names }) => !names.some((name) => shown.has(name))));
  const setting = settingOf(instead);
  return { ...(named !== undefined && { codeLang: named }), ...(setting && { instead: setting }) };
}

const isTabList = (element: MarkupElement): boolean => {
  const role = attributeOf(element, 'role');
  return role?.type === 'literal' && role.value === 'tablist';
};

export const tabs: Look = (sight) => {
  const element = findElement(
    sight,
    (one) => hasWord(one, TAB_LIST) || isTabList(one) || /^[a-z]+-tabs$/.test(one.tagName),
  );
  const takesInner = sight.inner.size > 0 || sight.showsInner;
  if (!element || (!takesInner && sight.arguments.every(({ required }) => required))) return undefined;
  const evidence = element.classes.find((name) => wordsOf(name).some((word) => TAB_LIST.includes(word)));
  return guess('tabs', [evidence === undefined ? 'role=tablist' : `class ${evidence}`], {
    group: argumentNamed(sight, ['group', 'groupid', 'category-name']),
    label: sight.facts.positions.has('own') ? { type: 'ownPosition' } : undefined,
  });
};

/** Boxes that are told by the words of their classes, from the outside in. */
export const grouped: Look = (sight) => {
  const outer = sight.markup.elements.find(showsInner);
  if (!outer) return undefined;
  const name = wordsOf(sight.name);
  const evidence = outer.classes[0] === undefined ? `<${outer.tagName}>` : `class ${outer.classes[0]}`;
  if (hasWord(outer, ['steps'])) return guess('steps', [evidence]);
  if (hasWord(outer, ['step'])) return guess('step', [evidence], { title: titleIn(outer, sight) });
  const holdsMany = hasWord(outer, ['cards', 'grid', 'deck', 'row', 'group', 'columns', 'flex', 'cardpane']);
  if (
    hasWord(outer, ['cards']) ||
    (holdsMany && (hasWord(outer, ['card']) || name.includes('card') || name.includes('cards')))
  )
    return guess('cards', [evidence], { columns: argumentNamed(sight, ['cols', 'columns']) });
  if (hasWord(outer, ['columns', 'row']) || (holdsMany && name.includes('columns')))
    return guess('columns', [evidence]);
  if (hasWord(outer, ['column', 'col']))
    return guess('column', [evidence], { width: argumentNamed(sight, ['width', 'size']) });
  return undefined;
};

export const card: Look = (sight) => {
  const classed = findElement(sight, (one) => hasWord(one, ['card']));
  // What is called a card and shows several things is one, whatever its classes are.
  const called = wordsOf(sight.name).at(-1) === 'card' ? sight.markup.roots.find(isElement) : undefined;
  const element = classed ?? called;
  if (!element) return undefined;
  const link = findElement(sight, ({ tagName }) => tagName === 'a');
  const image = findElement(sight, ({ tagName }) => tagName === 'img');
  const title = titleIn(element, sight);
  const text = argumentNamed(sight, [
    'subtitle',
    ...(sight.showsInner ? [] : ['description', 'text', 'body', 'content']),
  ]);
  const isFilled = sight.showsInner || (text ?? link ?? image) !== undefined;
  if (!classed && !(title && isFilled)) return undefined;
  return guess('card', [classed ? `class ${classed.classes[0] ?? ''}` : `its name and <${element.tagName}>`], {
    title,
    subtitle: text,
    link: (link && settingOf(attributeOf(link, 'href'))) ?? argumentNamed(sight, ['link', 'href', 'url']),
    image: (image && settingOf(attributeOf(image, 'src'))) ?? argumentNamed(sight, ['image', 'img']),
    icon: argumentNamed(sight, ['icon']),
    footer: argumentNamed(sight, ['footer']),
  });
};

/** Elements that mean the same in every target. */
const PLAIN_ELEMENTS = new Set(
  'abbr article b blockquote center cite del div em figure footer h1 h2 h3 h4 h5 h6 header i ins kbd mark nav p q s samp section small span strong sub sup u var'.split(
    ' ',
  ),
);

/** One element around the inner content and nothing else. */
export const container: Look = ({ markup }) => {
  const [root, ...others] = markup.roots;
  if (!root || !isElement(root) || others.length > 0 || !showsInner(root)) return undefined;
  const shown = partsIn(root).filter((part) => typeof part !== 'string' || part.trim() !== '');
  if (shown.length !== 1 || markup.elements.length > 2 || !PLAIN_ELEMENTS.has(root.tagName)) return undefined;
  return guess('container', [`<${root.tagName}> around the inner content`], {
    tagName: { type: 'literal', value: root.tagName },
    attributes: attributesOf(root, []),
  });
};
