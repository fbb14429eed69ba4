/** The site behind an option that takes several values, which would take it for one more, as in `--lang en my-site`. */
import type { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findSite } from './find-site.ts';

/**
 * The arguments of a command line with the site in front of the options. Behind the first value of such an option the folder of a Hugo site is the
 * site, unless one has been named before.
 */
export function withSiteFirst(args: readonly string[], program: Command): readonly string[] {
  const [name = '', ...rest] = args;
  const command = program.commands.find((candidate) => candidate.name() === name);
  if (!command?.registeredArguments.some((argument) => argument.name() === 'site')) return args;
  const at = siteBehindOption(rest, command);
  const site = at === undefined ? undefined : rest[at];
  return site === undefined ? args : [name, site, ...rest.filter((_, other) => other !== at)];
}

/** The position of a site that an option would swallow. */
function siteBehindOption(args: readonly string[], command: Command): number | undefined {
  let option: Option | undefined;
  let values = 0;
  for (const [at, arg] of args.entries()) {
    if (arg === '--') return undefined;
    if (arg.startsWith('-')) {
      option = command.options.find(({ long }) => long === arg);
      values = 0;
      continue;
    }
    const isValue = option && (option.required || option.optional) && (option.variadic || values === 0);
    // What no option takes is the site.
    if (!isValue) return undefined;
    if (values > 0 && isSite(arg)) return at;
    values++;
  }
  return undefined;
}

const isSite = (path: string): boolean => existsSync(path) && findSite(join(path, 'page.md')) === resolve(path);
