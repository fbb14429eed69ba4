/** What a component shows of its props, whatever framework draws it. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';

export interface ComponentShape {
  readonly name: string;
  readonly className: string;
  /** Whether it stands in lines of text, where no block may be. */
  readonly inline: boolean;
  readonly children: boolean;
  readonly props: readonly ShapeProp[];
  readonly heading?: ShapeProp;
  readonly image?: ShapeProp;
  readonly link?: ShapeProp;
  readonly texts: readonly ShapeProp[];
  /** What it is given by position, where a line of text would lose its words without it. */
  readonly positions?: ShapeProp;
  /** Props that say nothing to a reader: they stand as attributes for styles and scripts. */
  readonly rest: readonly ShapeProp[];
}

export interface ShapeProp {
  /** As pages write it. */
  readonly key: string;
  /** The name of the variable. */
  readonly local: string;
  readonly types: readonly string[];
}

const HEADINGS = new Set(['title', 'header', 'heading', 'headline', 'name', 'label', 'word', 'term']);
const IMAGES = new Set(['image', 'img', 'picture', 'photo', 'logo', 'avatar', 'thumbnail']);
const SOURCES = new Set(['src']);
const LINKS = new Set(['link', 'href', 'url', 'to']);
const TEXTS = new Set(['description', 'text', 'subtitle', 'summary', 'caption', 'content', 'footer', 'tag', 'meaning']);

/** The prop that holds what a call gives by position. */
const POSITIONS = 'args';

/** Finds out what a component shows from how pages use it. */
export function shapeOf(use: ComponentUse): ComponentShape {
  const { name, props, inline, children } = use;
  const all = Object.keys(props)
    .toSorted()
    .map((key): ShapeProp => ({ key, local: localName(key), types: typesOf(props[key] ?? []) }));
  // What an icon is called is nothing to read.
  const isText = ({ types }: ShapeProp): boolean => name !== 'Icon' && types.every((type) => type === 'text');
  const first = (names: ReadonlySet<string>): ShapeProp | undefined =>
    all.find((prop) => names.has(prop.key.toLowerCase()) && isText(prop));
  const className = classNameOf(name);
  // A `src` may be a file of any kind: it is a picture's where the component is called after one, or has words for those who do not see it.
  const isPicture = Object.hasOwn(props, 'alt') || className.split('-').some((word) => IMAGES.has(word));
  const image = first(IMAGES) ?? (isPicture ? first(SOURCES) : undefined);
  const [heading, link] = [first(HEADINGS), first(LINKS)];
  const shown = new Set([heading, image, link]);
  const others = all.filter((prop) => !shown.has(prop));
  const positions = inline && !children ? others.find(({ key }) => key === POSITIONS) : undefined;
  const texts = others.filter((prop) => TEXTS.has(prop.key.toLowerCase()) && isText(prop));
  return {
    name,
    className,
    inline,
    children,
    props: all,
    ...(heading && { heading }),
    ...(image && { image }),
    ...(link && { link }),
    texts,
    ...(positions && { positions }),
    rest: others.filter((prop) => prop !== positions && !texts.includes(prop)),
  };
}

/** `FeatureBlock` is `feature-block`. */
const classNameOf = (name: string): string =>
  name
    .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, '-')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .toLowerCase();

const RESERVED = new Set('class default for function import in new switch this var with'.split(' '));

/** A prop's key as a variable: `data-x` is `dataX`. */
function localName(key: string): string {
  const words = key.split(/[^\p{ID_Continue}$]+/u).filter((word) => word !== '');
  const joined = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return RESERVED.has(joined) || !/^[\p{ID_Start}$_]/u.test(joined) ? `${joined || 'prop'}Value` : joined;
}

function typesOf(types: readonly string[]): readonly string[] {
  const known = types.filter((type) => type !== 'nothing').map((type) => (type === 'map' ? 'anything' : type));
  return known.length === 0 || known.includes('anything') ? ['anything'] : known;
}

/** `data-columns` for a prop without a meaning of its own. */
export const dataAttribute = ({ key }: ShapeProp): string =>
  key.startsWith('data-') || key === 'id' ? key : `data-${key.replaceAll(/[^\w]+/g, '-').toLowerCase()}`;

/** `Tabs.Tab` is a part of `Tabs` and stands in its file: the components by what is imported. */
export function byRoot(uses: readonly ComponentUse[]): ReadonlyMap<string, readonly ComponentUse[]> {
  const roots = new Map<string, ComponentUse[]>();
  for (const use of uses) {
    const root = use.name.split('.')[0] ?? use.name;
    roots.set(root, [...(roots.get(root) ?? []), use]);
  }
  return roots;
}

/** A component's own use among those of its parts; one that is only a name for these has none. */
export const rootUse = (root: string, uses: readonly ComponentUse[]): ComponentUse =>
  uses.find(({ name }) => name === root) ?? { name: root, props: {}, inline: false, children: true };
