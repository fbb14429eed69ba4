import { Option } from 'commander';
import type { Command } from 'commander';
import { options } from './options.ts';

/** What one needs around an export for Contentful. */
export function addContentful(program: Command): void {
  const contentful = program.command('contentful').description('look at, and check, what is made for Contentful');
  contentful
    .command('model')
    .description('print the content model that a conversion of the site makes')
    .argument('[site]', 'the folder with the site’s configuration (default: as decant.yaml says, or this one)')
    .addOption(
      new Option('--as <form>', 'for people, for contentful-import --content-model-only, or for contentful-migration')
        .choices(['report', 'json', 'migration'])
        .default('report'),
    )
    .addOption(options.defaultLocale())
    .addOption(options.config())
    .addOption(options.mapping())
    .addOption(options.strict())
    .addOption(options.reporter())
    .addOption(options.environment())
    .action(async (site, given) => (await import('./commands/contentful.ts')).contentfulModel(site, given));
  contentful
    .command('check')
    .description('say what Contentful would refuse in the files of an export')
    .argument('<files...>', 'all files of the export, in the order of the import')
    .option('--assets-dir <dir>', 'the folder of the assets: each must have its file there')
    .addOption(options.strict())
    .addOption(options.reporter())
    .addOption(options.all())
    .action(async (files, given) => (await import('./commands/contentful.ts')).contentfulCheck(files, given));
}
