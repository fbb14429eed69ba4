/** Where a line's text begins behind the marks of the quotes and lists that open on it. */

export interface ContainerMarks {
  /** How many lists and quotes the line may open, by its marks and by its indentation. */
  readonly depth: number;
  /** Where what they hold begins. */
  readonly from: number;
}

/** Looks at the marks with which a line of a text begins, at the first `most` of them. */
export function containersAt(text: string, start: number, end: number, most = Infinity): ContainerMarks {
  let marks = 0;
  let indent = 0;
  let at = start;
  for (; at < end; at++) {
    const sign = text[at] ?? '';
    if (sign === ' ' || sign === '\t') indent++;
    else if (marks === most) break;
    else if (sign === '>') marks++;
    else if (isBlank(text[at + 1]) && (sign === '-' || sign === '+' || sign === '*')) marks++;
    else {
      const dot = endOfNumber(text, at);
      if (dot < 0) break;
      marks++;
      at = dot;
    }
  }
  // An item's content stands at least two columns further in than the item.
  return { depth: marks === 0 ? 0 : marks + Math.floor(Math.max(0, indent - marks) / 2), from: at };
}

const isBlank = (sign: string | undefined): boolean =>
  sign === undefined || sign === ' ' || sign === '\t' || sign === '\n' || sign === '\r';

export const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9';

/** Where the mark of an ordered list's item that begins at `start` ends; -1 where there is none. */
function endOfNumber(text: string, start: number): number {
  let at = start;
  while (isDigit(text[at]) && at - start < 9) at++;
  return at > start && (text[at] === '.' || text[at] === ')') && isBlank(text[at + 1]) ? at : -1;
}
