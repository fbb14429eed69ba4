/** A thread that converts pages: it has the site's index from the start, and gets texts in batches. */
import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Site } from '../../model/site.ts';
import type { OpenedSite } from '../open-site.ts';
import type { Batch, BatchResult, SiteIndex, WorkerStart } from './messages.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { recordInputs } from '../cache/input-log.ts';
import { openConversion } from '../open-conversion.ts';
import { accessFiles } from '../open-site.ts';
import { openFiles } from '../site-files.ts';
import { accessVersions, reopenVersions } from '../versions.ts';

const port = parentPort;
const start = workerData as WorkerStart; // the pool sends nothing else
const { site, templates, versionTemplates } = deserialize(start.index) as SiteIndex; // packed by the pool
const convert = openConverter(site);

port?.on('message', async ({ id, pages }: Batch) => {
  const { convertPage, takeInputs } = await convert;
  const results = pages.map(convertPage);
  port.postMessage({ id, results, ...takeInputs() } satisfies BatchResult);
});

async function openConverter({ pages: all }: Site) {
  let log = recordInputs();
  const follow: Pick<typeof log, 'file' | 'folder' | 'presence' | 'shared'> = {
    file: (...args) => log.file(...args),
    folder: (...args) => log.folder(...args),
    presence: (...args) => log.presence(...args),
    shared: (path) => log.shared(path),
  };
  const versions = reopenVersions(site, { dir: start.dir, templates: versionTemplates, log: follow });
  let given: Batch['pages'][number] | undefined;
  const opened: OpenedSite = {
    ...accessVersions(accessFiles(openFiles(start.dir, follow), follow), versions),
    site,
    templates,
    versions: versions.map((version) => version.opened),
    dir: start.dir,
    diagnostics: [],
    load: ({ file }) => {
      if (given) return given;
      throw new Error(`${file} was not sent`);
    },
  };
  const { convert: convertOne } = await openConversion(
    opened,
    start.pages.flatMap((at) => all[at] ?? []),
    {
      ...start.options,
      target: await loadTarget(start.target),
      mapping: {
        mapping: start.mapping,
        facts: new Map(),
        diagnostics: [],
        sourceOf: () => undefined,
        inputs: new Map(),
      },
    },
  );
  return {
    convertPage(page: Batch['pages'][number]) {
      given = page;
      const meta = all[page.at];
      if (!meta) throw new Error(`the site has no page ${page.at}`);
      return convertOne(meta);
    },
    /** What was looked at since the last time. */
    takeInputs(): Pick<BatchResult, 'inputs' | 'shared'> {
      const { inputs, sharedFiles } = log;
      log = recordInputs();
      return { inputs, shared: [...sharedFiles] };
    },
  };
}
