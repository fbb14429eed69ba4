/**
 * What a page's body is made of: Markdown's own nodes under mdast's names, what Goldmark and Hugo add, HTML as a tree,
 * and the semantic nodes that mappings produce. Plain JSON; `schema/model.json` is generated from this file.
 */
import type { Place } from './place.ts';

/** Which call a node came from and which mapping rule made it. */
export interface Origin {
  /** Ordinal path of the shortcode call on its page, as in `3.0`. */
  readonly call?: string;
  /** The rule that produced the node, as `file#shortcodes.name`. */
  readonly rule?: string;
}

export interface Base {
  /** Where the node stands in the page's source; absent where no source text stands for it. */
  readonly place?: Place;
  readonly origin?: Origin;
}

/** Text in which shortcode calls stand: a link destination, an attribute value, code. Plain text is a bare string. */
export type TemplatedString = string | readonly TemplatePart[];

/** The same before a mapping has made values of calls. */
export type CallString = string | readonly (string | ShortcodeInline)[];

/** A piece of such text: itself, a call, or a value that has a name in the target. */
export type TemplatePart = string | ShortcodeInline | Value;

/** A name and its value, in the order in which the author wrote them. A value of `true` is an attribute without one. */
export interface Attribute {
  readonly name: string;
  readonly value: TemplatedString | number | boolean;
}

// --- Markdown -------------------------------------------------------------------------------------------------------

export interface Paragraph extends Base {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
  readonly attributes?: readonly Attribute[];
}

export interface Heading extends Base {
  readonly type: 'heading';
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** The id that Hugo gives the heading; absent where Hugo gives none. */
  readonly id?: string;
  /** Whether the author wrote the id or Hugo derived it from the text. */
  readonly idSource: 'explicit' | 'automatic' | 'none';
  /** Heading attributes other than the id. */
  readonly attributes?: readonly Attribute[];
  readonly children: readonly Inline[];
}

export interface ThematicBreak extends Base {
  readonly type: 'thematicBreak';
  readonly attributes?: readonly Attribute[];
}

/** What Hugo's blockquote render hook reads from the first line: `> [!note]- Title`. */
export interface Alert {
  /** The alert's type, lower-cased. */
  readonly kind: string;
  /** `+` or `-` behind the type: open or closed, as Obsidian has it. */
  readonly sign?: '+' | '-';
  /** What follows on the line of the type; the quote's own children hold that line too. */
  readonly title?: readonly Inline[];
}

export interface Blockquote extends Base {
  readonly type: 'blockquote';
  readonly alert?: Alert;
  readonly attributes?: readonly Attribute[];
  readonly children: readonly FlowContent[];
}

export interface List extends Base {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start?: number;
  /** Whether the list is loose, that is, its paragraphs keep their `<p>`. */
  readonly spread: boolean;
  readonly attributes?: readonly Attribute[];
  readonly children: readonly ListItem[];
}

export interface ListItem extends Base {
  readonly type: 'listItem';
  /** State of a task list item; absent on an ordinary item. */
  readonly checked?: boolean;
  readonly children: readonly FlowContent[];
}

export interface Code extends Base {
  readonly type: 'code';
  readonly notation: 'fenced' | 'indented' | 'shortcode';
  readonly lang?: string;
  /** The info string behind the language, as written. */
  readonly meta?: string;
  readonly value: TemplatedString;
  /** Hugo's highlighting options, from `{hl_lines=[1] linenos=true}`. */
  readonly options?: CodeOptions;
  /** Attributes in the info string that are not highlighting options. */
  readonly attributes?: readonly Attribute[];
}

export interface CodeOptions {
  readonly title?: string;
  /** Lines to highlight, counted from 1, as inclusive ranges. */
  readonly highlightedLines?: readonly (readonly [first: number, last: number])[];
  readonly lineNumbers?: boolean;
  readonly startLine?: number;
  /** Further options by Hugo's names, as written. */
  readonly other?: readonly Attribute[];
}

export interface Table extends Base {
  readonly type: 'table';
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  readonly attributes?: readonly Attribute[];
  /** The first row is the header. */
  readonly children: readonly TableRow[];
}

export interface TableRow extends Base {
  readonly type: 'tableRow';
  readonly children: readonly TableCell[];
}

export interface TableCell extends Base {
  readonly type: 'tableCell';
  readonly children: readonly Inline[];
}

export interface DefinitionList extends Base {
  readonly type: 'definitionList';
  readonly attributes?: readonly Attribute[];
  readonly children: readonly (DefinitionTerm | DefinitionDescription)[];
}

export interface DefinitionTerm extends Base {
  readonly type: 'definitionTerm';
  readonly id?: string;
  readonly children: readonly Inline[];
}

export interface DefinitionDescription extends Base {
  readonly type: 'definitionDescription';
  readonly spread: boolean;
  readonly children: readonly FlowContent[];
}

export interface FootnoteDefinition extends Base {
  readonly type: 'footnoteDefinition';
  readonly identifier: string;
  readonly label: string;
  readonly children: readonly FlowContent[];
}

/** A link definition, `[label]: url "title"`. */
export interface Definition extends Base {
  readonly type: 'definition';
  readonly identifier: string;
  readonly label: string;
  readonly url: TemplatedString;
  readonly title?: TemplatedString;
}

/** Hugo's `<!--more-->`. */
export interface SummaryDivider extends Base {
  readonly type: 'summaryDivider';
}

/** Math that Goldmark's passthrough extension hands on untouched. */
export interface MathBlock extends Base {
  readonly type: 'mathBlock';
  readonly value: string;
  readonly delimiters: readonly [open: string, close: string];
}

export interface Text extends Base {
  readonly type: 'text';
  /** The author's characters with escapes and entities resolved; typographic marks are not replaced here. */
  readonly value: string;
}

export interface Emphasis extends Base {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}

export interface Strong extends Base {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}

export interface Delete extends Base {
  readonly type: 'delete';
  readonly children: readonly Inline[];
}

/** Goldmark's extras: `++ins++`, `==mark==`, `~sub~`, `^sup^`. */
export interface Extra extends Base {
  readonly type: 'insert' | 'mark' | 'subscript' | 'superscript';
  readonly children: readonly Inline[];
}

export interface InlineCode extends Base {
  readonly type: 'inlineCode';
  /** Markdown has no language here; Hugo's highlight shortcode does. */
  readonly lang?: string;
  readonly value: TemplatedString;
}

/** A hard line break. */
export interface Break extends Base {
  readonly type: 'break';
}

export interface Link extends Base {
  readonly type: 'link';
  /** `autolink` is `<https://x>`, `linkify` a bare address that Goldmark turns into a link. */
  readonly notation: 'inline' | 'autolink' | 'linkify';
  readonly url: TemplatedString;
  readonly title?: TemplatedString;
  readonly children: readonly Inline[];
}

export interface Image extends Base {
  readonly type: 'image';
  readonly url: TemplatedString;
  readonly title?: TemplatedString;
  readonly alt: TemplatedString;
  readonly attributes?: readonly Attribute[];
}

export interface LinkReference extends Base {
  readonly type: 'linkReference';
  readonly identifier: string;
  readonly label: string;
  readonly referenceType: 'shortcut' | 'collapsed' | 'full';
  readonly children: readonly Inline[];
}

export interface ImageReference extends Base {
  readonly type: 'imageReference';
  readonly identifier: string;
  readonly label: string;
  readonly referenceType: 'shortcut' | 'collapsed' | 'full';
  readonly alt: TemplatedString;
}

export interface FootnoteReference extends Base {
  readonly type: 'footnoteReference';
  readonly identifier: string;
  readonly label: string;
}

export interface MathInline extends Base {
  readonly type: 'mathInline';
  readonly value: string;
  readonly delimiters: readonly [open: string, close: string];
}

/** `:name:` where Hugo's `enableEmoji` is on. */
export interface Emoji extends Base {
  readonly type: 'emoji';
  readonly name: string;
  readonly value: string;
}

// --- HTML -----------------------------------------------------------------------------------------------------------

interface Element extends Base {
  /** Lower case for HTML; SVG keeps its capitals. */
  readonly tagName: string;
  /** Names as a browser reads them; values with entities resolved. */
  readonly attributes: readonly Attribute[];
  /** Where the opening and closing tags stand; one that the author left out has none. */
  readonly openTag?: Place;
  readonly closeTag?: Place;
}

/** Raw HTML that stands among blocks, paired across them, repaired as a browser would. */
export interface ElementBlock extends Element {
  readonly type: 'elementBlock';
  readonly children: readonly FlowContent[];
}

/** Raw HTML inside a paragraph, heading or cell. */
export interface ElementInline extends Element {
  readonly type: 'elementInline';
  readonly children: readonly Inline[];
}

export interface CommentBlock extends Base {
  readonly type: 'commentBlock';
  readonly value: TemplatedString;
}

export interface CommentInline extends Base {
  readonly type: 'commentInline';
  readonly value: TemplatedString;
}

/** Raw HTML that Hugo leaves out of the page because `markup.goldmark.renderer.unsafe` is off. */
export interface OmittedHtmlBlock extends Base {
  readonly type: 'omittedHtmlBlock';
  readonly value: TemplatedString;
}

export interface OmittedHtmlInline extends Base {
  readonly type: 'omittedHtmlInline';
  readonly value: TemplatedString;
}

// --- Shortcodes -----------------------------------------------------------------------------------------------------

/** `true`, `false`, numbers and text, as Hugo types a bare argument; a quoted one is always text. */
export type ArgumentValue = string | number | boolean;

export interface PositionalArgument {
  readonly value: ArgumentValue;
  /** The value as written, quotes included: of a named argument what follows the `=`. */
  readonly source: string;
  readonly place: Place;
}

export interface NamedArgument extends PositionalArgument {
  readonly name: string;
}

/** A call without arguments has an empty positional list, as Hugo's `.Params` has. */
export interface PositionalArguments {
  readonly kind: 'positional';
  readonly items: readonly PositionalArgument[];
}

/** In source order; where a name stands twice, Hugo takes the last. */
export interface NamedArguments {
  readonly kind: 'named';
  readonly items: readonly NamedArgument[];
}

/** One shortcode call as Hugo's lexer sees it. */
export interface Call {
  readonly name: string;
  /** `standard` is `{{< >}}`, `markdown` is `{{% %}}`. */
  readonly notation: 'standard' | 'markdown';
  readonly body: 'none' | 'selfClosed' | 'paired';
  /** `inline` is a call of `name.inline`, whose inner text is its template. */
  readonly definition: 'template' | 'inline';
  readonly arguments: PositionalArguments | NamedArguments;
  /**
   * Ordinals from the page down to the call, as in `3.0`: Hugo's `.Ordinal` of each enclosing call and its own. Of a call in more than 200
   * others, `00`, where it starts, and its own ordinal.
   */
  readonly path: string;
  /** The whole call, opening tag to closing tag. */
  readonly place: Place;
  readonly openTag: Place;
  readonly closeTag?: Place;
  /** The text between the tags, verbatim, and where it stands; only of paired calls. */
  readonly inner?: { readonly raw: string; readonly place: Place };
  /** The call as written, and its tags, where it stands in a file that the page takes in: its places are those in that file. */
  readonly written?: { readonly whole: string; readonly openTag: string; readonly closeTag?: string };
}

/** How the inner text of a call was read. */
export type InnerReading = 'none' | 'markdown' | 'raw' | 'code' | 'html';

interface ShortcodeNode extends Base {
  readonly call: Call;
  readonly innerReading: InnerReading;
  /** The inner text as content; of `raw` and `code` reading the text as written with the calls that stand in it. */
  readonly children: readonly FlowContent[];
}

/** A call whose output Hugo places among blocks: alone in its paragraph, or around blocks. */
export interface ShortcodeBlock extends ShortcodeNode {
  readonly type: 'shortcodeBlock';
}

/** A call inside a paragraph, heading, cell or string. */
export interface ShortcodeInline extends ShortcodeNode {
  readonly type: 'shortcodeInline';
}

// --- Semantic nodes: what mappings produce ------------------------------------------------------------------------

export interface Admonition extends Base {
  readonly type: 'admonition';
  /** `note`, `info`, `tip`, `important`, `warning`, `caution`, `danger`, `success`, or the theme's own word. */
  readonly kind: string;
  readonly title?: readonly Inline[];
  readonly collapsible: 'none' | 'open' | 'closed';
  readonly children: readonly FlowContent[];
}

export interface Tabs extends Base {
  readonly type: 'tabs';
  /** Tab sets of one group switch together. */
  readonly group?: string;
  readonly children: readonly Tab[];
}

export interface Tab extends Base {
  readonly type: 'tab';
  readonly label: string;
  readonly value?: string;
  readonly children: readonly FlowContent[];
}

export interface Figure extends Base {
  readonly type: 'figure';
  readonly src: TemplatedString;
  readonly alt?: string;
  readonly title?: string;
  readonly caption?: readonly Inline[];
  /** Where the picture links to. */
  readonly link?: TemplatedString;
  readonly width?: string;
  readonly height?: string;
  /** Further attributes of the `<figure>`. */
  readonly attributes?: readonly Attribute[];
  /** Further attributes of the picture, such as `loading`. */
  readonly imageAttributes?: readonly Attribute[];
  /** Further attributes of the link, such as `target` and `rel`. */
  readonly linkAttributes?: readonly Attribute[];
}

export interface Details extends Base {
  readonly type: 'details';
  readonly summary: readonly Inline[];
  readonly open: boolean;
  /** Further attributes of the `<details>`. */
  readonly attributes?: readonly Attribute[];
  readonly children: readonly FlowContent[];
}

/** Content of another site: a video, a gist, a post. */
export interface Embed extends Base {
  readonly type: 'embed';
  /** `youtube`, `vimeo`, `gist`, `x`, `instagram`, `codepen`, … */
  readonly provider: string;
  readonly id: string;
  /** The address of the page that shows the same content. */
  readonly url?: string;
  readonly title?: string;
  readonly attributes?: readonly Attribute[];
}

/** Instructions in order. */
export interface Steps extends Base {
  readonly type: 'steps';
  readonly children: readonly Step[];
}

export interface Step extends Base {
  readonly type: 'step';
  /** What the step is called; a step that begins with a heading has none beside it. */
  readonly title?: readonly Inline[];
  readonly children: readonly FlowContent[];
}

/** Boxes side by side, each about one thing. */
export interface Cards extends Base {
  readonly type: 'cards';
  /** How many stand in a row. */
  readonly columns?: number;
  readonly children: readonly Card[];
}

export interface Card extends Base {
  readonly type: 'card';
  readonly title?: readonly Inline[];
  readonly subtitle?: readonly Inline[];
  readonly footer?: readonly Inline[];
  /** Where the card leads. */
  readonly link?: TemplatedString;
  /** The address of its picture. */
  readonly image?: TemplatedString;
  /** The name of its icon, as the site's own set has it. */
  readonly icon?: string;
  /** A word or two in a corner of it. */
  readonly tag?: string;
  readonly children: readonly FlowContent[];
}

/** Content side by side. */
export interface Columns extends Base {
  readonly type: 'columns';
  readonly children: readonly Column[];
}

export interface Column extends Base {
  readonly type: 'column';
  /** As CSS has it, as in `30%`. */
  readonly width?: string;
  readonly children: readonly FlowContent[];
}

/** Pictures that are looked at together. */
export interface Gallery extends Base {
  readonly type: 'gallery';
  readonly children: readonly Figure[];
}

interface Media extends Base {
  /** The file, in each form that a browser may choose from. */
  readonly sources: readonly MediaSource[];
  readonly title?: string;
  readonly caption?: readonly Inline[];
  /** `controls`, `autoplay`, `loop`, `muted`, and what else HTML has for it. */
  readonly attributes?: readonly Attribute[];
}

export interface MediaSource {
  readonly src: TemplatedString;
  /** As in `video/webm`. */
  readonly mimeType?: string;
}

/** A video file; one at a provider is an `embed`. */
export interface Video extends Media {
  readonly type: 'video';
  /** The address of the picture that stands there until it plays. */
  readonly poster?: TemplatedString;
  readonly width?: string;
  readonly height?: string;
}

export interface Audio extends Media {
  readonly type: 'audio';
}

/** A drawing in a language of its own, such as Mermaid. */
export interface Diagram extends Base {
  readonly type: 'diagram';
  /** `mermaid`, `plantuml`, `goat`, … */
  readonly lang: string;
  readonly value: TemplatedString;
  readonly title?: string;
}

/** What another file of the site holds, taken in here. */
export interface Include extends Base {
  readonly type: 'include';
  /** The file, as a path in the site. */
  readonly path: string;
  readonly children: readonly FlowContent[];
}

/** A link that looks like a button; without an address a button that does nothing by itself. */
export interface Button extends Base {
  readonly type: 'button';
  readonly url?: TemplatedString;
  /** `primary`, `secondary`, or the theme's own word for how it looks. */
  readonly kind?: string;
  /** The name of its icon. */
  readonly icon?: string;
  /** Further attributes of the link, such as `target` and `rel`. */
  readonly attributes?: readonly Attribute[];
  readonly children: readonly Inline[];
}

/** A word or two on a coloured ground: a state, a version. */
export interface Badge extends Base {
  readonly type: 'badge';
  /** `note`, `info`, `tip`, `warning`, `danger`, `success`, or the theme's own word. */
  readonly kind?: string;
  /** Where it leads. */
  readonly url?: TemplatedString;
  readonly children: readonly Inline[];
}

export interface Icon extends Base {
  readonly type: 'icon';
  readonly name: string;
  /** The set that the name is from, as in `fontawesome`. */
  readonly set?: string;
  /** What it says to those who do not see it; without one it only adorns. */
  readonly label?: string;
}

/** A plain box around content. */
export interface Container extends Base {
  readonly type: 'container';
  readonly tagName: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly FlowContent[];
}

export type PropValue = string | number | boolean | null | readonly PropValue[] | { readonly [key: string]: PropValue };

export interface Prop {
  readonly name: string;
  readonly value: PropValue;
  /** The value is the address of a file of the site, which goes where the target keeps such files. */
  readonly asset?: true;
}

interface Component extends Base {
  /** An identifier, or one with a namespace, as in `Tabs.Tab`. */
  readonly name: string;
  readonly props: readonly Prop[];
}

export interface ComponentBlock extends Component {
  readonly type: 'componentBlock';
  readonly children: readonly FlowContent[];
}

export interface ComponentInline extends Component {
  readonly type: 'componentInline';
  readonly children: readonly Inline[];
}

/** Text computed from site data or parameters. */
export interface Value extends Base {
  readonly type: 'value';
  readonly value: string;
  /** What it was computed from, as in `site.data.args.version`; empty where a mapping says it itself. */
  readonly from: string;
  /** The name under which it stays a value of the whole site in targets that have such. */
  readonly variable?: string;
}

// --- Unions ---------------------------------------------------------------------------------------------------------

export type Block =
  | Paragraph
  | Heading
  | ThematicBreak
  | Blockquote
  | List
  | Code
  | Table
  | DefinitionList
  | FootnoteDefinition
  | Definition
  | SummaryDivider
  | MathBlock
  | ElementBlock
  | CommentBlock
  | OmittedHtmlBlock
  | ShortcodeBlock
  | Admonition
  | Tabs
  | Figure
  | Details
  | Embed
  | Steps
  | Cards
  | Columns
  | Gallery
  | Video
  | Audio
  | Diagram
  | Include
  | Container
  | ComponentBlock;

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Delete
  | Extra
  | InlineCode
  | Break
  | Link
  | Image
  | LinkReference
  | ImageReference
  | FootnoteReference
  | MathInline
  | Emoji
  | ElementInline
  | CommentInline
  | OmittedHtmlInline
  | ShortcodeInline
  | Button
  | Badge
  | Icon
  | ComponentInline
  | Value;

/** What HTML calls flow content: an element's or a call's body may hold bare text beside blocks. */
export type FlowContent = Block | Inline;

/** Nodes that stand only inside one kind of parent. */
export type Part =
  | ListItem
  | TableRow
  | TableCell
  | DefinitionTerm
  | DefinitionDescription
  | Tab
  | Step
  | Card
  | Column;

export type Node = Block | Inline | Part;

export type NodeType = Node['type'];

export type NodeOf<T extends NodeType> = Extract<Node, { type: T }>;
