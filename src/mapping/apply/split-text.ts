/** Cuts texts into lists, the same text once where it is asked for again and again. */
export function createSplitter(): (text: string, separator: string) => readonly string[] {
  let last: { readonly text: string; readonly separator: string; readonly items: readonly string[] } | undefined;
  return (text, separator) => {
    if (last?.text !== text || last.separator !== separator) {
      last = { text, separator, items: text.split(separator).map((item) => item.trim()) };
    }
    return last.items;
  };
}
