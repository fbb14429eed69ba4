import { InvalidArgumentError } from 'commander';
import type { Environment } from '../pipeline/shards/detect-shard.ts';
import type { Shard } from '../pipeline/shards/shard.ts';
import { detectShard, isShard } from '../pipeline/shards/detect-shard.ts';

/** Reads `2/5`. */
export function parseShard(text: string): Shard {
  const [index = Number.NaN, total = Number.NaN, ...rest] = text
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN));
  if (rest.length === 0 && isShard({ index, total })) return { index, total };
  throw new InvalidArgumentError('It must be like 2/5: the second of five.');
}

/** The shard that a run takes: what the flag says, else what the environment says, which is then told to the user. */
export function shardFor(given: Shard | undefined, env: Environment, tell: (text: string) => void): Shard | undefined {
  if (given) return given.total === 1 ? undefined : given;
  const found = detectShard(env);
  if (!found) return undefined;
  if ('incomplete' in found) {
    tell(`${found.index} is set and ${found.incomplete} is not, so all pages are converted; set it, or pass --shard\n`);
    return undefined;
  }
  const { index, total } = found.shard;
  tell(`shard ${index} of ${total}, as ${found.by} says; --shard 1/1 converts all pages\n`);
  return found.shard;
}
