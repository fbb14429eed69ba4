/** A way to files' texts that keeps the last one: findings come file by file, and a file may have thousands. */
export function keepLast(sourceOf: (file: string) => string | undefined): (file: string) => string | undefined {
  let last: { readonly file: string; readonly text: string | undefined } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, text: sourceOf(file) };
    return last.text;
  };
}
