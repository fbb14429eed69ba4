/** The drawer of properties behind a headline, or at the start of the page, and where what comes behind it begins. */
export function findProperties(
  lines: readonly string[],
  start: number,
): { readonly end: number; readonly customId?: string } {
  let first = start;
  if (start === 0) while (first < lines.length && lines[first]?.trim() === '') first++;
  if (lines[first]?.trim().toLowerCase() !== ':properties:') return { end: start };
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? '';
    if (line.toLowerCase() === ':end:') return { end: at + 1, ...customIdIn(lines.slice(first, at)) };
    if (!/^:[^:\s]+:/.test(line)) break;
  }
  return { end: start };
}

function customIdIn(lines: readonly string[]): { customId?: string } {
  for (const line of lines) {
    const value = /^\s*:custom_id:\s*(\S.*)$/i.exec(line)?.[1]?.trim();
    if (value) return { customId: value };
  }
  return {};
}
