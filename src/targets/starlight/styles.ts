/** Styles of the components whose names say how they look: Starlight has none for them. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import { byRoot } from '../scaffold/component-shape.ts';

export const STYLE_FILE = 'src/styles/components.css';

const STYLES: Readonly<Record<string, readonly string[]>> = {
  Badge: [
    '.badge {',
    '  border-radius: 0.25rem;',
    '  padding: 0.125rem 0.375rem;',
    '  background-color: var(--sl-color-accent-low);',
    '  color: var(--sl-color-accent-high);',
    '  font-size: var(--sl-text-xs);',
    '}',
  ],
  Button: [
    '.button > a {',
    '  display: inline-block;',
    '  border-radius: 999rem;',
    '  padding: 0.25rem 1rem;',
    '  background-color: var(--sl-color-text-accent);',
    '  color: var(--sl-color-text-invert);',
    '  text-decoration: none;',
    '}',
  ],
  Columns: [
    '.columns {',
    '  display: grid;',
    '  grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));',
    '  gap: 1rem;',
    '}',
    '',
    '.columns > * {',
    '  margin-top: 0;',
    '}',
  ],
};

/** The styles of the components that pages show; no file where there are none. */
export function styleFile(uses: readonly ComponentUse[]): readonly OutputFile[] {
  const styles = [...byRoot(uses).keys()].toSorted().flatMap((name) => {
    const lines = Object.hasOwn(STYLES, name) ? STYLES[name] : undefined;
    return lines ? [lines.join('\n')] : [];
  });
  return styles.length === 0 ? [] : [{ path: STYLE_FILE, text: `${styles.join('\n\n')}\n` }];
}
