import { describe, expect, it } from 'vitest';
import { parseShard, shardFor } from '../../../src/cli/shard.ts';

function found(env: Record<string, string>, given?: string): readonly [shard: string, told: string] {
  let told = '';
  const shard = shardFor(given === undefined ? undefined : parseShard(given), env, (text) => void (told += text));
  return [shard ? `${shard.index}/${shard.total}` : 'all', told.trim()];
}

describe('--shard', () => {
  it.each(['0/3', '4/3', '1/0', '1', '1/2/3', 'a/b', '1/3 ', '-1/3', '1.5/3', ''])('refuses %j', (text) => {
    expect(() => parseShard(text)).toThrow('like 2/5');
  });

  it('goes before what CI says, which 1/1 switches off', () => {
    const env = { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' };
    expect(found(env, '3/5')).toEqual(['3/5', '']);
    expect(found(env, '1/1')).toEqual(['all', '']);
  });
});

describe('the shard that CI names', () => {
  it.each([
    ['2/4', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' }],
    ['1/4', { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '4' }],
    ['5/5', { BUILDKITE_PARALLEL_JOB: '4', BUILDKITE_PARALLEL_JOB_COUNT: '5' }],
    ['2/2', { BITBUCKET_PARALLEL_STEP: '1', BITBUCKET_PARALLEL_STEP_COUNT: '2' }],
    ['2/3', { SYSTEM_JOBPOSITIONINPHASE: '2', SYSTEM_TOTALJOBSINPHASE: '3' }],
    ['3/3', { CLOUD_RUN_TASK_INDEX: '2', CLOUD_RUN_TASK_COUNT: '3' }],
    ['1/2', { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '2' }],
    ['1/3', { SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '1' }],
    [
      '3/3',
      { SLURM_ARRAY_TASK_ID: '9', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_STEP: '4' },
    ],
    ['4/8', { JOB_COMPLETION_INDEX: '3', DECANT_SHARDS: '8' }],
  ])('is %s', (shard, env: Record<string, string>) => {
    const [picked, told] = found(env);
    expect(picked).toBe(shard);
    expect(told).toContain(Object.keys(env)[0]);
  });

  it.each([
    ['one job alone', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '1' }],
    ['numbers that do not fit', { CI_NODE_INDEX: '5', CI_NODE_TOTAL: '4' }],
    ['no numbers', { CI_NODE_INDEX: '', CI_NODE_TOTAL: 'x' }],
    ['nothing', {}],
  ])('is none: %s', (_, env: Record<string, string>) => {
    expect(found(env)).toEqual(['all', '']);
  });

  it('is none where nobody says how many there are, which is told', () => {
    const [shard, told] = found({ JOB_COMPLETION_INDEX: '3' });
    expect(shard).toBe('all');
    expect(told).toMatch(/DECANT_SHARDS is not/);
  });
});
