import type { BlockContent, Data, DefinitionContent, Node, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { ArgumentValue, Call } from '../model/nodes.ts';

/** An argument of a call: text, a number, `true` or `false`, as Hugo types it. */
export interface PositionalShortcodeArgument {
  value: ArgumentValue;
  position?: Position | undefined;
}

export interface NamedShortcodeArgument extends PositionalShortcodeArgument {
  name: string;
}

/** Hugo refuses a call of which some arguments have a name and some have none. */
export type ShortcodeArguments = PositionalShortcodeArgument[] | NamedShortcodeArgument[];

interface Called extends Node {
  /** The name as written; `now.inline` of an inline shortcode. */
  name: string;
  /** `standard` is `{{< >}}`, `markdown` is `{{% %}}`. */
  notation: Call['notation'];
  /** `none` is `{{< x >}}`, `selfClosed` is `{{< x />}}`, `paired` is `{{< x >}}…{{< /x >}}`. */
  body: Call['body'];
  arguments: ShortcodeArguments;
  /** The inner text as written, where it is not read as Markdown; `children` is empty then. */
  value?: string | undefined;
  data?: Data | undefined;
}

/** A call that stands among blocks. */
export interface Shortcode extends Called {
  type: 'shortcode';
  /** Whether blank lines part the tags from what is between them: within raw HTML that decides what Markdown reads. */
  padded: boolean;
  children: (BlockContent | DefinitionContent)[];
}

/** A call that stands in a line of text. */
export interface ShortcodeText extends Called {
  type: 'shortcodeText';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface BlockContentMap {
    shortcode: Shortcode;
  }
  interface PhrasingContentMap {
    shortcodeText: ShortcodeText;
  }
  interface RootContentMap {
    shortcode: Shortcode;
    shortcodeText: ShortcodeText;
  }
  interface TextData {
    /** Whether the text is a tag that Hugo refuses: it is printed as it stands, for its author to mend. */
    refusedShortcode?: true | undefined;
  }
}
