/** What stands in the pages' bodies beside shortcodes. */
import type { Count, LinkCount, Risk, RiskKind } from '../../model/inventory.ts';
import type { Attribute, Node, TemplatedString } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import type { FilePlace } from '../../model/place.ts';
import { walk } from '../../model/walk.ts';
import { compareNames, createTally, placeIn } from './tally.ts';

export interface BodyCounter {
  add(page: Page): void;
  readonly elements: readonly Count[];
  readonly fences: readonly Count[];
  readonly extensions: readonly Count[];
  readonly links: readonly LinkCount[];
  readonly risks: readonly Risk[];
}

/** `baseUrl` is the site's own address. */
export function createBodyCounter(baseUrl: string): BodyCounter {
  const elements = createTally();
  const fences = createTally();
  const extensions = createTally();
  const risks = createTally();
  const links = createLinkCounter(baseUrl);
  return {
    add: (page) =>
      walk(page.body, (node) => {
        for (const name of extensionsOf(node)) extensions.add(name, page.file, node.place);
        for (const kind of risksOf(node)) risks.add(kind, page.file, node.place);
        if (node.type === 'elementBlock' || node.type === 'elementInline')
          elements.add(node.tagName, page.file, node.place);
        if (node.type === 'code' && node.notation === 'fenced') fences.add(node.lang ?? '', page.file, node.place);
        if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
          links.add(node.url, node.type === 'image' ? 'images' : 'links', placeIn(page.file, node.place));
        }
      }),
    get elements() {
      return elements.list();
    },
    get fences() {
      return fences.list();
    },
    get extensions() {
      return extensions.list();
    },
    get links() {
      return links.list();
    },
    get risks() {
      return risks.list().map(({ name, count, first }) => ({ kind: name as RiskKind, count, first })); // only kinds went in
    },
  };
}

/** What a node takes from Goldmark and Hugo beyond CommonMark. */
function extensionsOf(node: Node): readonly string[] {
  const found: string[] = [];
  const attributes: readonly Attribute[] | undefined = 'attributes' in node ? node.attributes : undefined;
  switch (node.type) {
    case 'table':
    case 'delete':
    case 'footnoteReference':
    case 'definitionList':
    case 'emoji':
    case 'insert':
    case 'mark':
    case 'subscript':
    case 'superscript':
    case 'summaryDivider':
      found.push(EXTENSIONS[node.type]);
      break;
    case 'mathBlock':
    case 'mathInline':
      found.push('passthrough');
      break;
    case 'listItem':
      if (node.checked !== undefined) found.push('task lists');
      break;
    case 'link':
      if (node.notation === 'linkify') found.push('linkify');
      break;
    case 'blockquote':
      if (node.alert) found.push('alerts');
      break;
    case 'heading':
      if (node.idSource === 'explicit' || (attributes && attributes.length > 0)) found.push('heading attributes');
      return found;
    case 'code':
      if (node.options || (attributes && attributes.length > 0)) found.push('code options');
      return found;
    case 'elementBlock':
    case 'elementInline':
      return found;
    default:
  }
  if (attributes && attributes.length > 0) found.push('block attributes');
  return found;
}

const EXTENSIONS = {
  table: 'tables',
  delete: 'strikethrough',
  footnoteReference: 'footnotes',
  definitionList: 'definition lists',
  emoji: 'emoji',
  insert: 'insert',
  mark: 'mark',
  subscript: 'subscript',
  superscript: 'superscript',
  summaryDivider: 'summary divider',
} as const;

const VOID_ELEMENTS = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** What in a node would break an MDX page if its source were taken over as it is. */
function risksOf(node: Node): readonly RiskKind[] {
  switch (node.type) {
    case 'text':
      return [
        ...(node.value.includes('{') ? (['brace-in-text'] as const) : []),
        ...(node.value.includes('<') ? (['less-than-in-text'] as const) : []),
      ];
    case 'paragraph': {
      const [first] = node.children;
      const starts = first?.type === 'text' && /^(?:import|export)\s/.test(first.value);
      return starts ? ['import-in-text'] : [];
    }
    case 'commentBlock':
    case 'commentInline':
      return ['html-comment'];
    case 'link':
      return node.notation === 'autolink' ? ['autolink'] : [];
    case 'code':
      return node.notation === 'indented' ? ['indented-code'] : [];
    case 'omittedHtmlBlock':
    case 'omittedHtmlInline':
      return ['omitted-html'];
    case 'elementBlock':
    case 'elementInline':
      return [
        ...(node.attributes.some(({ name }) => name === 'style') ? (['style-attribute'] as const) : []),
        ...(VOID_ELEMENTS.has(node.tagName) ? (['void-element'] as const) : []),
      ];
    default:
      return [];
  }
}

function createLinkCounter(baseUrl: string) {
  const kinds = new Map<LinkCount['kind'], { links: number; images: number; readonly first: FilePlace }>();
  return {
    add: (url: TemplatedString, of: 'links' | 'images', place: FilePlace): void => {
      const kind = kindOf(url, baseUrl);
      let known = kinds.get(kind);
      if (!known) kinds.set(kind, (known = { links: 0, images: 0, first: place }));
      known[of]++;
    },
    list: (): readonly LinkCount[] =>
      [...kinds]
        .map(([kind, counts]) => ({ kind, ...counts }))
        .toSorted((a, b) => b.links + b.images - (a.links + a.images) || compareNames(a.kind, b.kind)),
  };
}

function kindOf(url: TemplatedString, baseUrl: string): LinkCount['kind'] {
  if (typeof url !== 'string') return 'with a shortcode';
  if (url.startsWith('#')) return 'anchor';
  if (url.startsWith('//')) return 'external';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'mailto') return 'mail';
  if (scheme === 'http' || scheme === 'https') {
    return baseUrl.length > 1 && URL.canParse(baseUrl) && url.startsWith(new URL(baseUrl).origin)
      ? 'own address'
      : 'external';
  }
  if (scheme !== undefined) return 'other scheme';
  return url.startsWith('/') ? 'from the root' : 'relative';
}
