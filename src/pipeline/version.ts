import { readFileSync } from 'node:fs';

/** decant's own version, from its package.json, which lies two folders above this file in `src` and in `dist` alike. */
export const VERSION: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json of decant has no version');
}
