import type { Call, NamedArgument, NamedArguments, PositionalArguments } from '../../model/nodes.ts';
import type { CallTree } from '../../model/page.ts';
import type { SourceText } from '../source-text.ts';
import type { OpeningTag, TagArgument } from './tag.ts';

/** Where the inner text of a call ends, and the closing tag, unless the author left it out. */
export interface CallEnd {
  readonly innerEnd: number;
  readonly end: number;
  readonly isClosed: boolean;
}

/** A call from its opening tag; `end` only for a paired one. */
export function buildCall(
  tag: OpeningTag,
  path: string,
  text: SourceText,
  { end, calls = [] }: { readonly end?: CallEnd; readonly calls?: readonly CallTree[] } = {},
): CallTree {
  return {
    name: tag.name,
    notation: tag.notation,
    body: bodyOf(tag, end),
    definition: tag.isInline ? 'inline' : 'template',
    arguments: argumentsOf(tag.arguments, text),
    path,
    place: text.placeOf(tag.start, end ? end.end : tag.end),
    openTag: text.placeOf(tag.start, tag.end),
    ...(end?.isClosed && { closeTag: text.placeOf(end.innerEnd, end.end) }),
    ...(end && {
      inner: { raw: text.source.slice(tag.end, end.innerEnd), place: text.placeOf(tag.end, end.innerEnd) },
    }),
    calls,
  };
}

function bodyOf(tag: OpeningTag, end: CallEnd | undefined): Call['body'] {
  if (end) return 'paired';
  return tag.isSelfClosed ? 'selfClosed' : 'none';
}

function argumentsOf(written: readonly TagArgument[], text: SourceText): PositionalArguments | NamedArguments {
  const named: NamedArgument[] = [];
  const positional = written.map(({ name, value, start, end }) => {
    const argument = { value, source: text.source.slice(start, end), place: text.placeOf(start, end) };
    if (name !== undefined) named.push({ name, ...argument });
    return argument;
  });
  // The lexer lets no tag have both.
  return named.length > 0 ? { kind: 'named', items: named } : { kind: 'positional', items: positional };
}
