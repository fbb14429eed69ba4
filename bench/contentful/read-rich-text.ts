/** The content of a page as an export for Contentful holds it: its rich text with all entries that stand in it. */
import { entryTypes, type EntryTypeId } from '../../src/writers/contentful/entry-types.ts';
import { type ContentSink, openSink, type PageContent } from './content.ts';
import { writeHtml } from './read-html.ts';

export interface Entity {
  readonly sys: { readonly id: string; readonly contentType?: { readonly sys: { readonly id: string } } };
  readonly fields: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface RichNode {
  readonly nodeType: string;
  readonly value?: string;
  readonly data?: { readonly uri?: string; readonly target?: { readonly sys: { readonly id: string } } };
  readonly content?: readonly RichNode[];
}

interface Context {
  readonly entries: ReadonlyMap<string, Entity>;
  readonly sink: ContentSink;
  /** Whether what is visited stands in a line of text. */
  readonly isInline: boolean;
}

export function readRichText(document: unknown, entries: ReadonlyMap<string, Entity>): PageContent {
  const sink = openSink();
  if (document !== undefined) visit(document as RichNode, { entries, sink, isInline: false }); // of a RichText field
  return sink.close();
}

const INLINE = new Set(['text', 'hyperlink', 'entry-hyperlink', 'asset-hyperlink', 'embedded-entry-inline']);

function visit(node: RichNode, context: Context): void {
  const { sink } = context;
  const { nodeType, value, content = [] } = node;
  if (value !== undefined) sink.text(value);
  const isBlock = !INLINE.has(nodeType);
  if (isBlock) sink.edge();
  if (nodeType === 'table') sink.count('tables');
  if (nodeType === 'embedded-asset-block') sink.count('images');
  if (nodeType.startsWith('embedded-entry'))
    visitEntry(node.data?.target?.sys.id ?? '', { ...context, isInline: !isBlock });
  const inside = (): void => content.forEach((child) => visit(child, context));
  if (nodeType.endsWith('hyperlink')) sink.link(node.data?.uri ?? node.data?.target?.sys.id ?? '', inside);
  else inside();
  if (isBlock) sink.edge();
}

type Show = (entity: Entity, context: Context) => void;

/** An entry inside a page is not localized: each field has one value. */
const valueOf = (entity: Entity, field: string): unknown => Object.values(entity.fields[field] ?? {})[0];

const stringOf = (entity: Entity, field: string): string => {
  const value = valueOf(entity, field);
  return typeof value === 'string' ? value : '';
};

/** What a website shows of each type of entry, in the order in which the html target shows it. */
const shows: Readonly<Record<EntryTypeId, Show>> = {
  codeBlock: (entity, { sink }) => sink.code(stringOf(entity, 'code')),
  image(entity, context) {
    context.sink.count('images');
    if (valueOf(entity, 'link') !== undefined) context.sink.link(stringOf(entity, 'link'), () => {});
    line(stringOf(entity, 'heading'), context);
    body('caption', entity, context);
  },
  admonition(entity, context) {
    if (valueOf(entity, 'richTitle') !== undefined) body('richTitle', entity, context);
    else line(stringOf(entity, 'title') || capital(stringOf(entity, 'kind')), context);
    body('body', entity, context);
  },
  details(entity, context) {
    if (valueOf(entity, 'richSummary') !== undefined) body('richSummary', entity, context);
    else line(stringOf(entity, 'summary'), context);
    body('body', entity, context);
  },
  tabs(entity, context) {
    visitAll('tabs', entity, context);
  },
  tab(entity, context) {
    line(stringOf(entity, 'label'), context);
    body('body', entity, context);
  },
  steps: (entity, context) => visitAll('steps', entity, context),
  step(entity, context) {
    title(entity, context);
    body('body', entity, context);
  },
  cards: (entity, context) => visitAll('cards', entity, context),
  card(entity, context) {
    const { sink } = context;
    const hasPicture = valueOf(entity, 'asset') !== undefined || valueOf(entity, 'url') !== undefined;
    if (hasPicture) sink.count('images');
    linked('link', entity, context, () => title(entity, context));
    body('subtitle', entity, context);
    line(stringOf(entity, 'tag'), context);
    body('body', entity, context);
    body('footer', entity, context);
  },
  columns: (entity, context) => visitAll('columns', entity, context),
  column: (entity, context) => body('body', entity, context),
  gallery: (entity, context) => visitAll('images', entity, context),
  video: (entity, context) => body('caption', entity, context),
  audio: (entity, context) => body('caption', entity, context),
  diagram(entity, { sink }) {
    const continued = (valueOf(entity, 'continued') ?? []) as readonly string[];
    sink.code([stringOf(entity, 'source'), ...continued].join(''));
  },
  button: (entity, context) => linked('url', entity, context, () => context.sink.text(stringOf(entity, 'label'))),
  badge: (entity, context) => linked('url', entity, context, () => context.sink.text(stringOf(entity, 'label'))),
  icon: () => {},
  quote: (entity, context) => body('body', entity, context),
  table: (entity, context) => body('body', entity, context),
  embed: () => {},
  math(entity, { sink }) {
    sink.text(stringOf(entity, 'open') + stringOf(entity, 'tex') + stringOf(entity, 'close'));
  },
  html(entity, { sink }) {
    const continued = (valueOf(entity, 'continued') ?? []) as readonly string[];
    writeHtml([stringOf(entity, 'html'), ...continued].join(''), sink);
  },
  container(entity, context) {
    const { href } = (valueOf(entity, 'attributes') ?? {}) as { readonly href?: string };
    if (href === undefined) body('body', entity, context);
    else context.sink.link(href, () => body('body', entity, context));
  },
  shortcode: (entity, context) => body('body', entity, context),
  chapter: (entity, context) => body('body', entity, context),
};

interface Link {
  readonly sys: { readonly id: string };
}

function visitEntry(id: string, context: Context): void {
  const entity = context.entries.get(id);
  if (!entity) throw new Error(`the entry ${id} is embedded and not in the export`);
  const type = entity.sys.contentType?.sys.id ?? '';
  // What is not one of decant's own types is a component: its props are no text of the page in either target.
  const show = isKnown(type) ? shows[type] : (): void => body('body', entity, context);
  show(entity, context);
}

const isKnown = (type: string): type is EntryTypeId => Object.hasOwn(entryTypes, type);

function body(field: string, entity: Entity, context: Context): void {
  const value = valueOf(entity, field);
  if (value === undefined) return;
  const document = value as RichNode; // a RichText field
  const [first, second] = document.content ?? [];
  // In a line of text, a paragraph is a part of that line.
  const isLine = context.isInline && first?.nodeType === 'paragraph' && second === undefined;
  if (isLine) for (const child of first.content ?? []) visit(child, context);
  else visit(document, { ...context, isInline: false });
}

/** A title as rich text where it has markup. */
function title(entity: Entity, context: Context): void {
  if (valueOf(entity, 'richTitle') !== undefined) body('richTitle', entity, context);
  else line(stringOf(entity, 'title'), context);
}

function visitAll(field: string, entity: Entity, context: Context): void {
  for (const link of (valueOf(entity, field) ?? []) as readonly Link[]) visitEntry(link.sys.id, context);
}

/** Content in a link, where a field says where to. */
function linked(field: string, entity: Entity, { sink }: Context, inside: () => void): void {
  const url = valueOf(entity, field);
  if (typeof url === 'string') sink.link(url, inside);
  else inside();
}

/** A text in a block of its own. */
function line(value: string, { sink }: Context): void {
  sink.edge();
  sink.text(value);
  sink.edge();
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
