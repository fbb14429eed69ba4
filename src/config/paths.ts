/** `paths:` of `decant.yaml`: rules that are sound, each with its place. */
import type { Collector } from '../diagnostics/diagnostic.ts';
import type { YamlFile } from '../mapping/load/yaml.ts';
import type { PathRule } from '../targets/routes/moves.ts';
import { compileMove } from '../targets/routes/moves.ts';

/** The rules in the order in which they are written, which is that in which they are tried. What is wrong with them is reported. */
export function pathRules(
  raw: Readonly<Record<string, string>>,
  { yaml, file, collector }: { readonly yaml: YamlFile; readonly file: string; readonly collector: Collector },
): readonly PathRule[] {
  return Object.entries(raw).flatMap(([from, to]) => {
    const rule = { from, to, file, place: yaml.placeOf(['paths', from], 'key') };
    const move = compileMove(rule);
    if (typeof move === 'function') return [rule];
    if (move === 'wildcards') collector.report('paths-wildcards', { from, to }, rule.place);
    else collector.report('paths-outside', { path: isOutside(from) ? from : to }, rule.place);
    return [];
  });
}

const isOutside = (path: string): boolean => compileMove({ from: path, to: '' }) === 'outside';
