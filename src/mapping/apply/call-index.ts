import type { Call, TemplatedString } from '../../model/nodes.ts';
import type { CallTree } from '../../model/page.ts';
import type { Place } from '../../model/place.ts';
import { endOf } from '../../model/place.ts';
import { callsWithin } from '../../model/walk.ts';

/** The calls of a page by path and by place. */
export interface CallIndex {
  get(path: string): CallTree | undefined;
  /** The call around one. */
  parentOf(path: string): CallTree | undefined;
  /** Whether a call begins in this place. */
  beginsIn(place: Place): boolean;
  /** The outermost calls whose whole text stands from `start` to `end`, in document order. */
  within(start: number, end: number): readonly CallTree[];
}

/** Indexes calls the first time that one is looked for. */
export function indexCalls(calls: readonly CallTree[]): CallIndex {
  let known: FlatCalls | undefined;
  const all = () => (known ??= flatten(calls));
  return {
    get: (path) => all().byPath.get(path),
    parentOf: (path) => all().parents.get(path),
    beginsIn(place) {
      const { ordered } = all();
      const call = ordered[firstFrom(ordered, place.offset)];
      return call !== undefined && call.place.offset < endOf(place);
    },
    within(start, end) {
      const { ordered } = all();
      const found: CallTree[] = [];
      let from = start;
      for (let at = firstFrom(ordered, start); at < ordered.length; at++) {
        const call = ordered[at];
        if (!call || call.place.offset >= end) break;
        if (call.place.offset < from || endOf(call.place) > end) continue;
        found.push(call);
        from = endOf(call.place);
      }
      return found;
    },
  };
}

interface FlatCalls {
  readonly byPath: ReadonlyMap<string, CallTree>;
  /** The call around each, by the path of the inner one. */
  readonly parents: ReadonlyMap<string, CallTree>;
  readonly ordered: readonly CallTree[];
}

function flatten(calls: readonly CallTree[]): FlatCalls {
  const byPath = new Map<string, CallTree>();
  const parents = new Map<string, CallTree>();
  const ordered = callsWithin(calls);
  for (const call of ordered) {
    byPath.set(call.path, call);
    for (const inner of call.calls) parents.set(inner.path, call);
  }
  return { byPath, parents, ordered };
}

/** The index of the first call that does not start before `offset`. */
function firstFrom(ordered: readonly CallTree[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.place.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Verbatim text that starts at `offset` with the calls in it as parts, and Hugo's comment forms as what they stand for. */
export function templateOf(raw: string, offset: number, calls: readonly CallTree[]): TemplatedString {
  const parts: Exclude<TemplatedString, string>[number][] = [];
  let at = 0;
  const text = (end: number): void => {
    const piece = withoutCommentMarks(raw.slice(at, end));
    if (piece !== '') parts.push(piece);
  };
  for (const call of calls) {
    text(call.place.offset - offset);
    parts.push({ type: 'shortcodeInline', call: callOf(call), innerReading: 'raw', children: [], place: call.place });
    at = endOf(call.place) - offset;
  }
  text(raw.length);
  const [first = ''] = parts;
  return parts.length < 2 && typeof first === 'string' ? first : parts;
}

/** A call by itself, without those in it. */
const callOf = ({ closeTag, inner, ...tree }: CallTree): Call => ({
  name: tree.name,
  notation: tree.notation,
  body: tree.body,
  definition: tree.definition,
  arguments: tree.arguments,
  path: tree.path,
  place: tree.place,
  openTag: tree.openTag,
  ...(closeTag && { closeTag }),
  ...(inner && { inner }),
});

/** Hugo takes the comment marks out of a call that is only shown, and leaves the rest as text. */
function withoutCommentMarks(text: string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const open = nextOf(text, ['{{</*', '{{%/*'], at);
    if (open < 0) return result + text.slice(at);
    const close = text.indexOf(text[open + 2] === '<' ? '*/>}}' : '*/%}}', open + 5);
    if (close < 0) return result + text.slice(at);
    result += text.slice(at, open + 3) + text.slice(open + 5, close);
    at = close + 2;
  }
}

function nextOf(text: string, marks: readonly string[], from: number): number {
  const found = marks.map((mark) => text.indexOf(mark, from)).filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}
