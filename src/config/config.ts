/** What `decant.yaml` says, once it is read. Paths are seen from where decant runs. */
import type { Limits } from '../model/limits.ts';
import type { TargetName } from '../targets/load-target.ts';
import type { PathRule } from '../targets/routes/moves.ts';
import type { TargetOptions } from '../targets/target.ts';
import type { NamedVersion } from './versions.ts';

/** The settings of a migration. A flag of the command line goes before the setting of the same meaning. */
export interface Config {
  /** The folder with the site's own configuration. */
  readonly site?: string;
  /** What to write where the command line names no target. */
  readonly target?: readonly TargetName[];
  /** The folder to write into, of which several targets have a folder of their own each; or one for each of some. */
  readonly output?: string | Readonly<Partial<Record<TargetName, string>>>;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Language codes. */
  readonly languages?: readonly string[];
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly expired?: boolean;
  /** Hugo's environment. */
  readonly environment?: string;
  /** What moves pages; the first rule that matches a page counts. */
  readonly paths?: readonly PathRule[];
  /** Versions of the docs in folders or sites of their own, the newest first. */
  readonly versions?: readonly NamedVersion[];
  /** html: fragments instead of whole pages. */
  readonly fragment?: boolean;
  readonly redirects?: TargetOptions['redirects'];
  /** All targets of MDX: whether pages are MDX or Markdown. */
  readonly extension?: TargetOptions['extension'];
  readonly limits?: Partial<Limits>;
  readonly contentful?: Omit<NonNullable<TargetOptions['contentful']>, 'form'>;
}
