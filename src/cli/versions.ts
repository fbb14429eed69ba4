import { InvalidArgumentError } from 'commander';
import type { SiteVersion } from '../targets/routes/versions.ts';
import { type VersionFault, versionFaults } from '../targets/routes/versions.ts';

/** Reads `1.2=docs/v1.2`, one more than there are. */
export function addVersion(text: string, others: readonly SiteVersion[] = []): readonly SiteVersion[] {
  const equals = text.indexOf('=');
  if (equals < 0) throw new InvalidArgumentError('It must be like 1.2=docs/v1.2 or 1.2=../site-1.2.');
  const versions = [...others, { name: text.slice(0, equals), folder: text.slice(equals + 1) }];
  const fault = versionFaults(versions).get(versions.length - 1);
  if (fault) throw new InvalidArgumentError(WORDS[fault]);
  return versions;
}

const WORDS: Readonly<Record<VersionFault, string>> = {
  name: 'It cannot be the name of a version.',
  folder: 'It names no folder.',
  twice: 'The name or the folder has been given before.',
};
