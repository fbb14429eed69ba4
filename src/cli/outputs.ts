/** What a run writes, and where: a target by itself goes into the folder that is named, several go into folders of their own below it. */
import { join, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import type { TargetName } from '../targets/load-target.ts';
import type { TargetOptions } from '../targets/target.ts';
import { UsageError } from './exit-code.ts';

export interface NamedOutput {
  readonly target: TargetName;
  readonly out: string;
  /** Of several, the folder that paths below it are shown with: from the one that all have in common, or as `output:` names it. */
  readonly shownAs?: string;
}

export interface OutputFlags {
  readonly to?: readonly TargetName[];
  readonly out?: string;
  readonly extension?: TargetOptions['extension'];
}

/**
 * The outputs that the command line names, or decant.yaml.
 * @throws UsageError where nothing is named, or two targets would go into one folder, or pages would be called what they cannot be.
 */
export function outputsFor(given: OutputFlags, config: Config): readonly NamedOutput[] {
  const { to = config.target, extension = 'mdx' } = given;
  const targets = [...new Set(to)];
  if (targets.includes('mintlify') && extension !== 'mdx') {
    throw new UsageError('Mintlify reads every page as MDX, whatever it is called', 'leave out --extension');
  }
  const outputs = targets.map((target) => outputFor(target, { given, config, targets }));
  const byFolder = new Map<string, TargetName>();
  for (const { target, out } of outputs) {
    const other = byFolder.get(resolve(out));
    if (other) {
      throw new UsageError(`${other} and ${target} would both be written into ${out}`, 'give each a folder of its own');
    }
    byFolder.set(resolve(out), target);
  }
  return outputs;
}

interface Naming {
  readonly given: OutputFlags;
  readonly config: Config;
  readonly targets: readonly TargetName[];
}

function outputFor(target: TargetName, { given, config, targets }: Naming): NamedOutput {
  const { output, target: configured = [] } = config;
  const shown = (folder: string): Pick<NamedOutput, 'shownAs'> =>
    targets.length > 1 ? { shownAs: folder.replaceAll('\\', '/') } : {};
  if (given.out === undefined && typeof output === 'object') {
    const out = output[target] ?? noFolder(target);
    return { target, out, ...shown(out) };
  }
  const folder = given.out ?? (typeof output === 'string' ? output : noFolder(target));
  // Where decant.yaml names several, one of them alone goes where it goes together with the others.
  const several = targets.length > 1 || (given.out === undefined && configured.length > 1);
  return { target, out: several ? join(folder, target) : folder, ...shown(target) };
}

function noFolder(target: TargetName): never {
  throw new UsageError(`no folder is named to write ${target} into`, 'pass --out, or write “output:” into decant.yaml');
}
