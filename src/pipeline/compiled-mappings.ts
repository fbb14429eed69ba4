/** Shipped mappings as a build keeps them: reading them as YAML takes a seventh of the time that one page takes. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledFile, MappingFile } from '../mapping/load.ts';
import { compileFile } from '../mapping/load.ts';
import { TARGETS } from '../targets/load-target.ts';
import { compiledMappings, packageRoot } from './package-root.ts';

/** A mapping, and the text that it was made of: comparing it takes less than loading what makes hashes. */
interface Kept extends CompiledFile {
  readonly text: string;
}

/** The path of a shipped mapping in the package, by the name that `extends` uses. */
export const shippedPath = (name: string): string => `mappings/sources/${name}.yaml`;

const keptFile = (path: string): URL => new URL(`${basename(path, '.yaml')}.json`, compiledMappings);

/** What the build has kept of a shipped mapping; nothing where its text has changed since, or where nothing was built. */
export function keptMapping({ name, text }: MappingFile): CompiledFile | undefined {
  const file = keptFile(name);
  // A mapping of the user's may have the name of one of ours.
  if (name !== shippedPath(basename(name, '.yaml')) || !existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept; // written by the build of this very code
  return kept.text === text ? kept : undefined;
}

/** What is to be kept of the shipped mapping `name`: the file to write, and its text. */
export function keepMapping(name: string): { readonly file: string; readonly text: string } {
  const path = shippedPath(name);
  const text = readFileSync(new URL(path, packageRoot), 'utf8');
  const { compiled, findings } = compileFile({ name: path, text }, Object.keys(TARGETS));
  if (!compiled || findings.length > 0) throw new Error(`${path} is not sound: ${JSON.stringify(findings)}`);
  const kept: Kept = { text, ...compiled };
  return { file: fileURLToPath(keptFile(path)), text: JSON.stringify(kept) };
}
