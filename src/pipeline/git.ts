/** What git knows of the files in a folder. It is started without a shell and changes nothing; only `--since` asks for it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Why git could not say what has changed. */
export class GitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GitError';
  }
}

const LONGEST_OUTPUT = 256 * 1024 * 1024;

/**
 * Absolute paths of the files of the repository around `dir` that are not as they were in the commit `ref`, gone ones and new ones that are not
 * yet known to git among them; sorted.
 * @throws GitError where there is no git, no repository or no such commit.
 */
export function changedSince(dir: string, ref: string): readonly string[] {
  const [top = ''] = run(dir, ['rev-parse', '--show-toplevel']).split('\n', 1);
  const commit = run(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).trim();
  const changed = run(top, ['diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', commit, '--']);
  const added = run(top, ['ls-files', '--others', '--exclude-standard', '-z']);
  const names = `${changed}${added}`.split('\0').filter((name) => name !== '');
  return [...new Set(names)].toSorted().map((name) => join(top, name));
}

function run(dir: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', dir, ...args], {
    encoding: 'utf8',
    shell: false,
    windowsHide: true,
    maxBuffer: LONGEST_OUTPUT,
  });
  if (error) throw new GitError('code' in error && error.code === 'ENOENT' ? 'git is not installed' : error.message);
  if (status === 0) return stdout;
  throw new GitError(stderr.trim().split('\n', 1)[0] || `git knows no commit by that name`);
}
