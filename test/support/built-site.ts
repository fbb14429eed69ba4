import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { convert, ROOT } from './run-decant.ts';

export interface BuiltSite {
  /** What the build said. */
  readonly log: string;
  /** The folder with the built pages. */
  readonly folder: string;
}

export type Framework = 'docusaurus' | 'starlight';

const BUILT: Readonly<Record<Framework, string>> = { docusaurus: 'build', starlight: 'dist' };

/**
 * Converts a sample with `--scaffold`, and runs `npm install` and `npm run build` in what comes out, as a person would.
 * @throws Error where one of them fails.
 */
export async function buildSample(
  sample: string,
  framework: Framework,
  folder: string,
  ...options: readonly string[]
): Promise<BuiltSite> {
  const site = join(folder, 'site');
  convert(join(ROOT, 'samples', sample), framework, site, '--scaffold', ...options);
  const bin = framework === 'starlight' ? await nodeFor(join(folder, 'node')) : undefined;
  const env = { ...ENVIRONMENT, ...QUIET, PATH: [bin, process.env['PATH']].filter(Boolean).join(delimiter) };
  await npm(['install', ...INSTALL], site, env);
  const log = await npm(['run', 'build'], site, env);
  return { log, folder: join(site, BUILT[framework]) };
}

const INSTALL = ['--no-audit', '--no-fund', '--prefer-offline'];

// Vitest tells what it runs that this is a test, and Vite's mode: a site that heard it would leave out its search.
const RUNNERS = /^(?:VITEST.*|NODE_ENV|NODE_OPTIONS|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/;

/** What the runner of the tests says of itself is none of a site's business. */
const ENVIRONMENT: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !RUNNERS.test(name)),
);

/** Nor is it anybody's that one is built. */
const QUIET: NodeJS.ProcessEnv = {
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  NO_UPDATE_NOTIFIER: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** A folder with a Node that Starlight takes; nothing where the one that runs is new enough. */
async function nodeFor(folder: string): Promise<string | undefined> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return undefined;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  mkdirSync(folder);
  await npm(['install', ...INSTALL, '--prefix', folder, `${name}@24`], folder, ENVIRONMENT);
  return join(folder, 'node_modules', name, 'bin');
}

async function npm(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('npm', args, {
    cwd,
    env,
    shell: process.platform === 'win32',
    maxBuffer: 1 << 28,
  });
  return stdout + stderr;
}
