/** The part that this machine has among several, as services that run one job many times say it in the environment. */
import type { Shard } from './shard.ts';

interface Service {
  readonly name: string;
  readonly index: string;
  readonly total: string;
  /** What the first job is called: a number, or the variable that says it. */
  readonly first: 0 | 1 | string;
  /** The variable that says by how much indexes differ. */
  readonly step?: string;
}

const SERVICES: readonly Service[] = [
  { name: 'GitLab CI', index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  { name: 'CircleCI', index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: 0 },
  { name: 'Buildkite', index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  { name: 'Bitbucket', index: 'BITBUCKET_PARALLEL_STEP', total: 'BITBUCKET_PARALLEL_STEP_COUNT', first: 0 },
  { name: 'Azure Pipelines', index: 'SYSTEM_JOBPOSITIONINPHASE', total: 'SYSTEM_TOTALJOBSINPHASE', first: 1 },
  { name: 'Cloud Run', index: 'CLOUD_RUN_TASK_INDEX', total: 'CLOUD_RUN_TASK_COUNT', first: 0 },
  { name: 'AWS Batch', index: 'AWS_BATCH_JOB_ARRAY_INDEX', total: 'AWS_BATCH_JOB_ARRAY_SIZE', first: 0 },
  {
    name: 'Slurm',
    index: 'SLURM_ARRAY_TASK_ID',
    total: 'SLURM_ARRAY_TASK_COUNT',
    first: 'SLURM_ARRAY_TASK_MIN',
    step: 'SLURM_ARRAY_TASK_STEP',
  },
  // Kubernetes tells a pod its index and not how many there are: the manifest has to.
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', total: 'DECANT_SHARDS', first: 0 },
];

export interface DetectedShard {
  readonly shard: Shard;
  /** What said so, as in `GitLab CI (CI_NODE_INDEX of CI_NODE_TOTAL)`. */
  readonly by: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the shard that the environment names; none where there is one job alone, or where nobody says how many there are:
 * then `incomplete` has the variable that is missing.
 */
export function detectShard(
  env: Environment,
): DetectedShard | { readonly incomplete: string; readonly index: string } | undefined {
  for (const { name, index, total, first, step } of SERVICES) {
    const at = numberIn(env[index]);
    if (at === undefined) continue;
    const count = numberIn(env[total]);
    if (count === undefined) return { incomplete: total, index };
    const from = typeof first === 'string' ? (numberIn(env[first]) ?? 0) : first;
    const by = step === undefined ? 1 : (numberIn(env[step]) ?? 1);
    const shard = { index: (at - from) / Math.max(by, 1) + 1, total: count };
    if (count < 2 || !isShard(shard)) continue;
    return { shard, by: `${name} (${index} of ${total})` };
  }
  return undefined;
}

export const isShard = ({ index, total }: Shard): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(total) && index >= 1 && index <= total;

function numberIn(text: string | undefined): number | undefined {
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}
