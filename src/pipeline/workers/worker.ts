/** A thread that converts pages: it has the site's index from the start, and gets texts in batches. */
import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Site } from '../../model/site.ts';
import type { PageResult } from '../open-conversion.ts';
import type { OpenedSite } from '../open-site.ts';
import type { ReadMapping } from '../read-mapping.ts';
import type { ConversionPlan } from '../run/converter.ts';
import type { Batch, BatchResult, SentPage, SiteIndex, WorkerOutput, WorkerStart } from './messages.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { type InputLog, type RecordedInputs, recordInputs } from '../cache/input-log.ts';
import { relayInputs } from '../cache/relay-inputs.ts';
import { accessFiles } from '../open-site.ts';
import { plainDesk, sharedDesk } from '../page-desk.ts';
import { convertFor, openConversions } from '../run/converter.ts';
import { openFiles } from '../site-files.ts';
import { accessVersions, reopenVersions } from '../versions.ts';

const port = parentPort;
const start = workerData as WorkerStart; // the pool sends nothing else
const { site, templates, versionTemplates } = deserialize(start.index) as SiteIndex; // packed by the pool
const convert = openConverter(site);

port?.on('message', async ({ id, pages }: Batch) => {
  const { convertPage, takeLooks } = await convert;
  const results = pages.map(convertPage);
  port.postMessage({ id, results, looks: takeLooks() } satisfies BatchResult);
});

async function openConverter({ pages: all }: Site) {
  const relay = relayInputs();
  let logs: readonly RecordedInputs[] = start.outputs.map(() => recordInputs());
  const focus = (numbers: readonly number[]): void => relay.tell(numbers.flatMap((at) => logs[at] ?? []));
  const outputs = await Promise.all(start.outputs.map((output) => outputOf(output, all)));
  let given: SentPage | undefined;
  const opened: OpenedSite = {
    ...openIndex(relay),
    load: ({ file }) => {
      const text = given?.text ?? `${file} was not sent`;
      if (typeof text === 'string') throw new Error(text);
      return text;
    },
  };
  const conversions = await openConversions(opened, outputs, focus);
  const desk = conversions.length > 1 ? sharedDesk(opened) : plainDesk(opened);
  return {
    convertPage(sent: SentPage): readonly PageResult[] {
      given = sent;
      const page = all[sent.at];
      if (!page) throw new Error(`the site has no page ${sent.at}`);
      return convertFor({ page, outputs: sent.outputs }, conversions, { desk, focus });
    },
    /** What was looked at since the last time. */
    takeLooks(): BatchResult['looks'] {
      const looks = logs.map(({ inputs, sharedFiles }) => ({ inputs, shared: [...sharedFiles] }));
      logs = start.outputs.map(() => recordInputs());
      return looks;
    },
  };
}

/** The site as the pool has read it. */
function openIndex(log: InputLog): Omit<OpenedSite, 'load'> {
  const versions = reopenVersions(site, { dir: start.dir, templates: versionTemplates, log });
  return {
    ...accessVersions(accessFiles(openFiles(start.dir, log), log), versions),
    site,
    templates,
    versions: versions.map((version) => version.opened),
    dir: start.dir,
    diagnostics: [],
  };
}

/** What the pool has planned for an output. */
async function outputOf({ pages, target, options }: WorkerOutput, all: Site['pages']): Promise<ConversionPlan> {
  const { mapping } = start;
  const read: ReadMapping = {
    mapping,
    facts: new Map(),
    diagnostics: [],
    sourceOf: () => undefined,
    inputs: new Map(),
  };
  return {
    pages: pages.flatMap((at) => all[at] ?? []),
    options: { ...options, target: await loadTarget(target), mapping: read },
  };
}
