import { Option } from 'commander';
import type { TargetName } from '../targets/load-target.ts';
import type { InnerOverride } from '../reader/read-page.ts';
import type { UnmappedPolicy } from '../writers/writer.ts';
import { TARGETS } from '../targets/load-target.ts';

/** Options that commands share, each described once. */
export const options = {
  to: () => new Option('--to <target>', 'what to write').choices(Object.keys(TARGETS)).makeOptionMandatory(),
  target: () =>
    new Option('--to <target>', 'the target whose rules count').choices(Object.keys(TARGETS)).default('mdx'),
  wantedTarget: () =>
    new Option('--to <target>', 'what is to be written (default: mdx, or asked on a terminal)').choices(
      Object.keys(TARGETS),
    ),
  mapping: () =>
    new Option(
      '--mapping <file...>',
      'mapping files; a later one wins (default: decant.yaml in the site, if there is one)',
    ),
  unmapped: () =>
    new Option('--unmapped <policy>', 'what becomes of a shortcode that no rule takes (default: component)').choices([
      'component',
      'unwrap',
      'keep',
      'drop',
      'error',
      'marker',
    ] satisfies UnmappedPolicy[]),
  inner: () =>
    new Option(
      '--inner <reading>',
      'with --unmapped marker: how the inner text of every {{< >}} call is read (default: as its template does)',
    ).choices(['raw', 'markdown'] satisfies InnerOverride[]),
  keepEdits: () =>
    new Option('--keep-edits', 'leave files that were edited by hand as they are (default: merge)').conflicts(
      'overwrite',
    ),
  overwrite: () => new Option('--overwrite', 'replace files that were edited by hand or that decant did not write'),
  strict: () => new Option('--strict', 'exit 1 on warnings too'),
  reporter: () =>
    new Option('--reporter <shape>', 'how findings are printed').choices(['pretty', 'json']).default('pretty'),
  inventoryReporter: () =>
    new Option('--reporter <shape>', 'how the inventory is printed')
      .choices(['pretty', 'json', 'html'])
      .default('pretty'),
  all: () => new Option('--all', 'print every finding instead of the first of each kind'),
  fragment: () => new Option('--fragment', 'html: only the content of each page, without <html> and <head>'),
  environment: () => new Option('--environment <name>', 'which config/<name> applies').default('production'),
} as const;

/** What the shared options come to. */
export interface SharedOptions {
  readonly to: TargetName;
  readonly mapping?: readonly string[];
  readonly unmapped?: UnmappedPolicy;
  readonly inner?: InnerOverride;
  readonly strict?: boolean;
  readonly reporter: 'pretty' | 'json';
  readonly all?: boolean;
  readonly fragment?: boolean;
  readonly environment: string;
}
