/** What the parts of applying a mapping share. */
import type { Collector, Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PlainValue } from '../../model/field.ts';
import type {
  ArgumentValue,
  Call,
  Card,
  Column,
  ElementBlock,
  ElementInline,
  FlowContent,
  Inline,
  Origin,
  Step,
  Tab,
  TemplatedString,
} from '../../model/nodes.ts';
import type { UnmappedPolicy } from '../../model/outcome.ts';
import type { CallTree, Page } from '../../model/page.ts';
import type { Place } from '../../model/place.ts';
import type { RunFunction } from '../functions.ts';
import type { Expression, Rule } from '../mapping.ts';
import type { TargetRules } from '../resolve.ts';
import type { Account } from './account.ts';
import type { CallIndex } from './call-index.ts';
import type { UnmappedNames } from './unmapped-names.ts';

/** What `ref` and `relref` ask for. */
export interface Reference {
  readonly path: string;
  /** The language of the page that is meant, where the call says it. */
  readonly language?: string;
  readonly outputFormat?: string;
  /** `ref` gives an address with the host, `relref` one without. */
  readonly address: 'absolute' | 'relative';
}

/** What applying a mapping asks of the site. Without a hook the calls that need it are left as they are. */
export interface ApplyHooks {
  /** The page that a reference leads to, as Hugo looks it up from this page. */
  readonly resolve?: (reference: Reference) => { readonly url: string; readonly title?: string } | undefined;
  /** The value at a path such as `site.params.version` or `site.data.args.version`. */
  readonly lookup?: (path: string) => PlainValue | undefined;
  /** Markdown that is no text of the page as content, the calls in it mapped; without it such text stays as it is written. */
  readonly readMarkdown?: (markdown: string) => ReadMarkdown;
  /** The text of a file of the site: by its path from the site’s folder, or from the page’s own folder. */
  readonly readText?: (path: string) => string | undefined;
  /**
   * What a file or page of the site holds, read and mapped as a part of this page; `cycle` for one that would hold itself. HTML
   * that a `{{< >}}` call takes in is no Markdown.
   */
  readonly include?: (path: string, notation?: CallTree['notation']) => Included | 'cycle' | undefined;
  /** Runs a function of the mapping’s plugins. */
  readonly run?: RunFunction;
}

/** Content that was read from elsewhere; its nodes have no places, for they are no text of the page. */
export interface ReadMarkdown {
  readonly children: readonly FlowContent[];
  readonly diagnostics: readonly Diagnostic[];
  /** The rules that took something in it. */
  readonly rules: readonly string[];
}

/** The content of another file. */
export interface Included extends ReadMarkdown {
  readonly file: string;
}

/** Flow content while tabs, steps, cards and columns have not found their sets yet. */
export type Content = FlowContent | Tab | Step | Card | Column;

/**
 * Where the result will stand: among blocks; in a paragraph, which a block would split; or where only inline content can
 * stand.
 */
export type Position = 'flow' | 'paragraph' | 'inline';

export interface ApplyState {
  readonly page: Page;
  readonly source: string;
  readonly target: string;
  readonly rules: TargetRules;
  /** Whether rules may take what is no call: elements, code fences, alerts. */
  readonly takesMarkup: boolean;
  readonly hooks: ApplyHooks;
  /** What the user asked for, over the mapping's own policy. */
  readonly policy: UnmappedPolicy | undefined;
  readonly collector: Collector;
  readonly account: Account;
  /** Notes that a rule took something, also where the account has no line for it: a fence, an alert. */
  readonly took: (rule: string) => void;
  readonly unmapped: UnmappedNames;
  readonly calls: CallIndex;
  /** The page's own values by lower-cased name. */
  readonly pageValues: () => PlainValue;
  /** A text as the list that a separator cuts it into: the tabs of a set are labelled from the same text, one after the other. */
  readonly split: (text: string, separator: string) => readonly string[];
  /** The elements around the place that is worked at, the outermost first. */
  readonly ancestors: (ElementBlock | ElementInline)[];
  /** How the sets of tabs around the place that is worked at label tabs without a label. */
  readonly tabLabels: (Expression | undefined)[];
  /** Maps content; gives back what it was given where nothing changes. */
  readonly flow: (nodes: readonly FlowContent[]) => readonly FlowContent[];
  /** The same, with tabs and other parts that still need a set. */
  readonly contents: (nodes: readonly FlowContent[]) => readonly Content[];
  /** Maps content that can only hold inline content. */
  readonly inlines: (nodes: readonly Inline[]) => readonly Inline[];
  readonly fill: (value: TemplatedString) => Filled;
  /** What a rule makes; undefined where it lacks something, which is then reported. */
  readonly build: (application: Application) => readonly Content[] | undefined;
}

/** A string in which calls were replaced, and what replaced the first of them. */
export interface Filled {
  readonly value: TemplatedString;
  readonly origin?: Origin;
}

/** What a rule is applied to: a call, an element or a code fence. */
export interface Subject {
  /** As findings name it. */
  readonly name: string;
  readonly position: Position;
  readonly place?: Place;
  readonly state: ApplyState;
  readonly call?: CallTree | Call;
  /** The names, or numbers, of what it was given. */
  readonly argumentNames: readonly string[];
  argument(name: string): ArgumentValue | undefined;
  /** An argument that is content in the source already, such as an alert's title, as mapped content. */
  contentArgument?(name: string): readonly Inline[] | undefined;
  /** Notes that an argument has found its place in the result. */
  use(name: string): void;
  isUsed(name: string): boolean;
  /** The enclosing call. */
  readonly parent?: Pick<Subject, 'name' | 'argument' | 'use'> & {
    /** All that it was given by position. */
    positional(): readonly ArgumentValue[];
  };
  /** Its number among its siblings. */
  readonly ordinal: number;
  /** The inner text as written, calls in it replaced by their text. */
  rawInner(): TemplatedString | undefined;
  /** Whether there is inner content, white space aside. */
  hasInner(): boolean;
  /** How the reader read the inner text. */
  readonly innerReading: 'markdown' | 'raw' | 'none';
  /** The inner content, mapped. */
  contents(): readonly Content[];
  /** The text of the inner content, mapped, without markup. */
  plainInner(): string;
  /** Takes the first child element that the selector matches out of the inner content, and gives what is in it. */
  takeChild(selector: string, by: string): readonly FlowContent[] | undefined;
  /** Puts what was taken back, where nothing could be made of it. */
  restore(): void;
  /** What of the inner text the result holds so far. */
  readonly usage: { contents: boolean; raw: boolean; plain: boolean };
}

/** The call or rule that a node comes from. */
export function originOf(subject: Subject, rule: string): { readonly place?: Place; readonly origin: Origin } {
  const call = subject.call?.path;
  return {
    ...(subject.place && { place: subject.place }),
    origin: { ...(call !== undefined && { call }), rule },
  };
}

/** A rule together with what it is applied to. */
export interface Application<R extends Rule = Rule> {
  readonly rule: R;
  readonly subject: Subject;
  readonly state: ApplyState;
}
