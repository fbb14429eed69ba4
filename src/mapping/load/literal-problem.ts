import type { SettingInfo } from '../kinds/setting.ts';
import type { Expression } from '../mapping.ts';
import type { Problem } from './check.ts';
import type { Path } from './yaml.ts';

/** A literal that a setting can never take: the mistake is in the mapping, whatever the calls say. */
export function literalProblem(
  { source, map, at, split }: Expression,
  { form, words }: SettingInfo,
  path: Path,
): Problem | undefined {
  if (source.type !== 'literal' || typeof source.value === 'object') return undefined;
  if (map || at !== undefined || split !== undefined) return undefined; // what comes of it shows only then
  const { value } = source;
  const text = String(value);
  if (words) return words.includes(text) ? undefined : { type: 'unknownWord', path, value, allowed: words };
  if (form === 'number' && (text.trim() === '' || Number.isNaN(Number(text)))) {
    return { type: 'mismatch', path, value, expected: 'a number' };
  }
  const isTruth = ['true', 'false', '1', '0'].includes(text);
  return form === 'boolean' && !isTruth ? { type: 'mismatch', path, value, expected: 'true or false' } : undefined;
}
