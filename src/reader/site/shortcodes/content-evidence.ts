import type { ShortcodeFact, ShortcodeTable } from '../../../model/shortcode-table.ts';
import { collectShortcodeNames } from '../../shortcode/collect-names.ts';

/** Gathers from the pages themselves which shortcodes are ever closed. */
export interface ShortcodeEvidence {
  add(source: string, bodyStart: number): void;
  /** The names that were seen. One that is closed or self-closed anywhere takes inner content, read as Markdown. */
  readonly table: ShortcodeTable;
}

export function createShortcodeEvidence(): ShortcodeEvidence {
  const seen = new Set<string>();
  const closed = new Set<string>();
  return {
    add: (source, bodyStart) => {
      if (!source.includes('{{<', bodyStart) && !source.includes('{{%', bodyStart)) return;
      const names = collectShortcodeNames(source, bodyStart);
      for (const name of names.seen) seen.add(name);
      for (const name of names.closed) closed.add(name);
    },
    get table() {
      const table = new Map<string, ShortcodeFact>();
      for (const name of [...seen, ...closed]) {
        const takesInner = closed.has(name);
        table.set(name, { takesInner, inner: takesInner ? 'markdown' : 'none', learnedFrom: 'content' });
      }
      return table;
    },
  };
}
