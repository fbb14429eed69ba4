import type { Command } from 'commander';
import { options } from './options.ts';

/** `decant mapping …`: the commands that look at mappings. */
export function addMappingCommands(program: Command): void {
  const group = program.command('mapping').description('look at mappings: check, test, list, explain');
  withMappingOptions(group.command('check'))
    .description('find what is wrong in the mapping, which rule takes which calls of the site, and what is left over')
    .addOption(options.strict())
    .addOption(options.reporter())
    .addOption(options.all())
    .action(async (given) => (await import('./commands/mapping.ts')).check(given));
  withMappingOptions(group.command('test'))
    .description('convert the examples of the mapping and compare')
    .addOption(options.reporter())
    .action(async (given) => (await import('./commands/mapping.ts')).test(given));
  group
    .command('list')
    .description('list the mappings that decant ships, and the kinds of rules')
    .action(async () => (await import('./commands/mapping.ts')).list());
  withMappingOptions(group.command('explain'))
    .description('say what becomes of a shortcode, a front matter key or a language of code, and by which rule')
    .argument('<name>', 'the shortcode, key or language')
    .action(async (name, given) => (await import('./commands/mapping.ts')).explain(name, given));
}

function withMappingOptions(command: Command): Command {
  return command
    .option('--site <dir>', 'the site that is looked at (default: site: in decant.yaml, or this folder if it is one)')
    .addOption(options.target())
    .addOption(options.config())
    .addOption(options.mapping())
    .addOption(options.environment());
}
