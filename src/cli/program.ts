import { Command, CommanderError } from 'commander';
import { VERSION } from '../pipeline/version.ts';
import { TARGETS } from '../targets/load-target.ts';
import { addContentful } from './contentful-commands.ts';
import { EXIT } from './exit-code.ts';
import { reportFailure } from './failure.ts';
import { addMappingCommands } from './mapping-commands.ts';
import { options } from './options.ts';
import { withSiteFirst } from './site-argument.ts';

const SITE_ARGUMENT = 'the folder with the site’s configuration (default: site: in decant.yaml, or this folder)';

/** Builds the command line. Each command loads its own code when it runs, so that `--help` stays instant. */
function createProgram(): Command {
  const program = new Command('decant')
    .description('Pours a Hugo site into MDX, Contentful JSON or HTML, and accounts for everything on the way.')
    .version(VERSION)
    // So that --version asks for that of decant before a command alone: behind one it is the command's own.
    .enablePositionalOptions()
    .showHelpAfterError('(decant --help shows the options)')
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      'after',
      `\nTargets:\n${targetList()}\n\nExit codes: 0 clean, 1 findings, 2 usage, 3 internal, 130 interrupted`,
    );
  addSiteCommands(program);
  addMappingCommands(program);
  addRunCommands(program);
  program
    .command('export')
    .description('convert one page to standard output; - reads the page from standard input')
    .argument('<page>', 'a content file, or -')
    .addOption(options.to())
    .option('--site <dir>', 'the site that the page belongs to (default: found from the page’s folder upwards)')
    .addOption(options.config())
    .addOption(options.mapping())
    .addOption(options.unmapped())
    .addOption(options.inner())
    .addOption(options.extension())
    .addOption(options.fragment())
    .addOption(options.defaultLocale())
    .addOption(options.strict())
    .addOption(options.reporter())
    .addOption(options.environment())
    .action(async (page, given) => (await import('./commands/export.ts')).exportCommand(page, given));
  program
    .command('model')
    .description('print the block model of one page as JSON')
    .argument('<page>', 'a content file, or -')
    .option('--site <dir>', 'the site that the page belongs to (default: found from the page’s folder upwards)')
    .addOption(options.config())
    .addOption(options.mapping())
    .addOption(options.strict())
    .addOption(options.environment())
    .action(async (page, given) => (await import('./commands/model.ts')).printModel(page, given));
  addContentful(program);
  return program;
}

/** The commands that come before a conversion: they look at a site as it is. */
function addSiteCommands(program: Command): void {
  program
    .command('init')
    .description('write a decant.yaml for a Hugo site, with a rule for every shortcode that it uses')
    .argument('[site]', 'the folder with the site’s configuration', '.')
    .addOption(options.wantedTarget())
    .option('--print', 'print the file instead of writing it')
    .option('--force', 'replace a decant.yaml that is there')
    .option('--yes', 'ask nothing')
    .addOption(options.environment())
    .action(async (site, given) => (await import('./commands/init.ts')).init(site, given));
  program
    .command('scan')
    .description('take stock of a Hugo site: pages, shortcodes, front matter, HTML, links, risks; writes nothing')
    .argument('[site]', SITE_ARGUMENT)
    .addOption(options.target())
    .addOption(options.config())
    .addOption(options.mapping())
    .option('--todo', 'print what a person still has to decide, as a checklist')
    .addOption(options.inventoryReporter())
    .addOption(options.environment())
    .action(async (site, given) => (await import('./commands/scan.ts')).scan(site, given));
}

/** The commands that take a whole site to an output folder. */
function addRunCommands(program: Command): void {
  withReportOptions(withRunOptions(program.command('convert')))
    .description('convert a Hugo site, or a part of it, into a folder')
    .addOption(options.shard())
    .addOption(options.watch())
    .action(async (site, given) => (await import('./commands/convert.ts')).convert(site, given));
  withReportOptions(program.command('merge'))
    .description('put the output folders of all shards together to what one run would leave')
    .argument('<dirs...>', 'the --out of each shard')
    .requiredOption('--out <dir>', 'the folder to write into, and nothing outside it')
    .option('--prune', 'remove files of earlier runs that nothing makes any more')
    .addOption(options.keepEdits())
    .addOption(options.overwrite())
    .addOption(options.strict())
    .action(async (dirs, given) => (await import('./commands/merge.ts')).merge(dirs, given));
  withRunOptions(program.command('diff'))
    .description('print what convert would change in the folder, as a patch')
    .addOption(options.reporter())
    .action(async (site, given) => (await import('./commands/diff.ts')).diff(site, given));
}

/** The options of every command that takes a whole site to an output folder. */
function withRunOptions(command: Command): Command {
  return command
    .argument('[site]', SITE_ARGUMENT)
    .addOption(options.toSeveral())
    .option('--out <dir>', 'the folder to write into, and nothing outside it (default: output: in decant.yaml)')
    .addOption(options.config())
    .addOption(options.mapping())
    .option('--lang <codes...>', 'only these languages')
    .option('--include <globs...>', 'only pages whose source path matches')
    .option('--exclude <globs...>', 'leave out pages whose source path matches')
    .addOption(options.since())
    .option('--drafts', 'drafts too')
    .option('--future', 'pages with a future publishing date too')
    .option('--expired', 'expired pages too')
    .option('--scaffold', 'a whole new site around the content: configuration, packages, components')
    .addOption(options.extension())
    .addOption(options.redirects())
    .addOption(options.version())
    .option('--prune', 'remove files of earlier runs that nothing makes any more')
    .addOption(options.keepEdits())
    .addOption(options.overwrite())
    .addOption(options.jobs())
    .option('--no-cache', 'convert every page anew, whatever earlier runs have left')
    .addOption(options.unmapped())
    .addOption(options.inner())
    .addOption(options.fragment())
    .addOption(options.defaultLocale())
    .addOption(options.chunkSize())
    .addOption(options.strict())
    .addOption(options.environment());
}

/** The options of every command that writes into an output folder and reports on it. */
function withReportOptions(command: Command): Command {
  return command
    .option('--dry-run', 'print what would be written, and write nothing')
    .option('--check', 'write nothing; exit 1 unless the folder holds what a run would leave there')
    .addOption(options.reporters())
    .addOption(options.all())
    .addOption(options.failOn())
    .addOption(options.maxWarnings())
    .option('--baseline <file>', 'leave out the findings that the file knows')
    .option('--update-baseline', 'write the baseline anew: everything that is found now is known');
}

function targetList(): string {
  return Object.entries(TARGETS)
    .map(([name, summary]) => `  ${name.padEnd(11)} ${summary}`)
    .join('\n');
}

/** Runs the command line and sets the exit code; streams drain on their own. */
export async function runCommandLine(): Promise<void> {
  // A reader that goes away (`decant … | head`) ends the output, not the run.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    const program = createProgram();
    await program.parseAsync(withSiteFirst(process.argv.slice(2), program), { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  return reportFailure(error);
}
