import type { Layer, Mapping, Rule } from './mapping.ts';
import { INHERIT } from './mapping.ts';

/** Marks the rules of a layer as speaking of Hugo's own shortcodes: they take no call that cannot be one of those. */
export function ownOfHugo(layer: Layer): Layer {
  const shortcodes = layer.rules.shortcodes.map((entry) => {
    const { body, inner = body === 'paired' ? 'markdown' : 'none' } = entry.facts;
    const isOfHugo = inner === 'none' ? 'single' : 'paired';
    return { ...entry, rules: entry.rules.map((rule) => (rule === INHERIT ? rule : { ...rule, isOfHugo })) };
  });
  return { ...layer, rules: { ...layer.rules, shortcodes } } as Layer; // the rules are those that they were
}

/** A mapping in which Hugo's own shortcodes of some names have no rules: the site has others of these names. `isOther` is given the rules. */
export function withoutHugos(mapping: Mapping, isOther: (name: string, rules: readonly Rule[]) => boolean): Mapping {
  const layers = mapping.layers.map((layer) => {
    const shortcodes = layer.rules.shortcodes.filter(({ name, rules }) => {
      const own = rules.filter((rule) => rule !== INHERIT).filter(({ isOfHugo }) => isOfHugo !== undefined);
      return own.length === 0 || !isOther(name, own);
    });
    if (shortcodes.length === layer.rules.shortcodes.length) return layer;
    return { ...layer, rules: { ...layer.rules, shortcodes } };
  });
  return layers.every((layer, at) => layer === mapping.layers[at]) ? mapping : { ...mapping, layers };
}
