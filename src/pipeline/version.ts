import { existsSync, readFileSync } from 'node:fs';
import { buildFile, packageRoot } from './package-root.ts';

/** decant's own version, from its package.json. */
export const VERSION: string = readVersion();

/** Names this very build: two builds of one version may still convert differently. */
export const BUILD: string = `${VERSION} ${existsSync(buildFile) ? readFileSync(buildFile, 'utf8').trim() : 'source'}`;

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json of decant has no version');
}
