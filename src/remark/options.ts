import type { TakesInner } from '../reader/shortcode/scan.ts';
import { collectShortcodeNames } from '../reader/shortcode/collect-names.ts';

/** Names of shortcodes, or a function that knows of a lower-cased name. Hugo ignores case. */
export type NameTest<Answer> = Iterable<string> | ((name: string) => Answer);

export interface RemarkShortcodesOptions {
  /**
   * The shortcodes that take inner content, so that their calls have to be closed. Where nothing is said of a name
   * (`undefined`, or not in the list), the document decides: what it closes anywhere takes inner content.
   */
  takesInner?: NameTest<boolean | undefined> | undefined;
  /**
   * The shortcodes whose inner content is no Markdown: it becomes the `value` of the node (default: `highlight`). Inline
   * shortcodes, whose inner content is a template, always belong to them.
   */
  verbatim?: NameTest<boolean> | undefined;
}

/** Whether a call of a lower-cased name has to be closed in the document `source`. */
export function takesInnerIn(
  source: string,
  bodyStart: number,
  given: RemarkShortcodesOptions['takesInner'],
): TakesInner {
  const known = given === undefined ? () => undefined : nameTest<boolean | undefined>(given, undefined);
  let closed: ReadonlySet<string> | undefined;
  return (name) => known(name) ?? (closed ??= collectShortcodeNames(source, bodyStart).closed).has(name);
}

/** Makes a function of a list of names; `otherwise` is its answer for all that are not in it. */
export function nameTest<Answer>(given: NameTest<Answer | true>, otherwise: Answer): (name: string) => Answer | true {
  if (typeof given === 'function') return given;
  const names = new Set([...given].map((name) => name.toLowerCase()));
  return (name) => (names.has(name) ? true : otherwise);
}
