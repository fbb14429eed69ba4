/** One page's body as rich text, with the entries that it embeds. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FlowContent } from '../../model/nodes.ts';
import type { Outcome, WriterInput } from '../writer.ts';
import type { Account } from './account.ts';
import type { EntryDraft } from './entry-types.ts';
import type { LinkResolver } from './links.ts';
import type { RichBlock, RichDocument } from './rich-text.ts';
import type { HeadingFact, State } from './state.ts';
import { createCollector } from '../../diagnostics/diagnostic.ts';
import { walk } from '../../model/walk.ts';
import { openAccount } from './account.ts';
import { createState } from './create-state.ts';
import { openDrafts, openImages } from './drafts.ts';
import { fitBlocks, fitItem } from './fit.ts';
import { recordFiles } from './links.ts';
import { wordsOf } from './plain-text.ts';
import { richDocument } from './rich-text.ts';
import { validate } from './validate.ts';
import { append } from '../../model/append.ts';

export interface RichTextOptions {
  /** The id of the page's entry; ids of the entries inside it are made from it. */
  readonly entryId: string;
  readonly links: LinkResolver;
}

export interface RichTextOutput {
  readonly document: RichDocument;
  /** Leaves first: an entry stands behind those that it embeds. */
  readonly entries: readonly EntryDraft[];
  /** Files that the page shows or links to, by the ids of their assets. */
  readonly assets: ReadonlyMap<string, string>;
  /** Assets that stand in rich text as they are, with the alternative text that the page gives them. */
  readonly plainImages: ReadonlyMap<string, string>;
  readonly headings: readonly HeadingFact[];
  /** The text ahead of the page's summary divider. */
  readonly summary?: string;
  readonly outcomes: readonly Outcome[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes a page's body. Every document in the result passes Contentful's validator. */
export function writeRichText(input: WriterInput, options: RichTextOptions): RichTextOutput {
  const { page } = input;
  const findings = createCollector(page.file);
  const drafts = openDrafts(options.entryId, findings);
  const images = openImages(drafts);
  const account = openAccount();
  const assets = new Map<string, string>();
  const links = recordFiles(options.links, assets);
  const state = createState({ input, links, findings, drafts, images, account });
  const { blocks, summary } = writeBody(page.body, state);
  append(blocks, writeFootnotes(state));
  accountForRest(page.body, state, account);
  state.tally.close();
  const document = richDocument(blocks);
  const entries = [...drafts.all.values()];
  validate(document, entries, findings);
  return {
    document,
    entries,
    assets,
    plainImages: images.plain,
    headings: state.headings,
    ...(summary !== undefined && { summary }),
    outcomes: account.outcomes,
    diagnostics: findings.diagnostics,
  };
}

function writeBody(body: readonly FlowContent[], state: State): { blocks: RichBlock[]; summary?: string } {
  const divider = body.findIndex((node) => node.type === 'summaryDivider');
  if (divider < 0) return { blocks: fitBlocks(state.pieces(body), state) };
  const summary = fitBlocks(state.pieces(body.slice(0, divider)), state);
  const rest = fitBlocks(state.pieces(body.slice(divider)), state);
  return { blocks: [...summary, ...rest], summary: wordsOf(summary) };
}

/** As Hugo puts them: a rule and a numbered list at the end of the page, by first use. */
function writeFootnotes(state: State): RichBlock[] {
  const { used } = state.references;
  if (used.length === 0) return [];
  const items = [];
  // A footnote may be the first to use another, so the list can grow on the way.
  for (let at = 0; at < used.length; at++) {
    const content = fitItem(state.pieces(used[at]?.children ?? []), state);
    items.push({ nodeType: 'list-item', data: {}, content } as const);
  }
  return [
    { nodeType: 'hr', data: {}, content: [] },
    { nodeType: 'ordered-list', data: {}, content: items },
  ];
}

/** What no handler met, such as an element in a footnote that nobody refers to, is not on Hugo's page either. */
function accountForRest(body: readonly FlowContent[], state: State, account: Account): void {
  walk(body, (node) => {
    if (node.type !== 'elementBlock' && node.type !== 'elementInline') return;
    if (!account.decide(node, 'dropped', 'not-shown')) return;
    state.tally.count('contentful-element-dropped', { tagName: node.tagName }, node.openTag);
  });
}
