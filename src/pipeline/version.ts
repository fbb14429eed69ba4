import { readFileSync } from 'node:fs';
import { packageRoot } from './package-root.ts';

/** decant's own version, from its package.json. */
export const VERSION: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json of decant has no version');
}
