import type { Place } from '../../model/place.ts';
import type { Collector } from '../../diagnostics/diagnostic.ts';
import { componentName } from '../component-name.ts';

/** Calls without a rule on a page: what loses nothing is reported once a name, when the page is done. */
export interface UnmappedNames {
  note(policy: 'component' | 'keep', name: string, place: Place | undefined): void;
  close(): void;
}

interface Noted {
  readonly policy: 'component' | 'keep';
  readonly name: string;
  readonly place: Place | undefined;
  count: number;
}

/** Collects the names of calls without a rule; `named` are the components that rules give to other shortcodes. */
export function collectUnmapped(named: ReadonlyMap<string, string>, collector: Collector): UnmappedNames {
  const noted = new Map<string, Noted>();
  return {
    note(policy, name, place) {
      const key = `${policy} ${name.toLowerCase()}`;
      const known = noted.get(key);
      if (known) known.count++;
      else noted.set(key, { policy, name, place, count: 1 });
    },
    close() {
      if (noted.size === 0) return;
      const components = new Map(named);
      for (const { policy, name, place, count } of noted.values()) {
        if (policy === 'keep') {
          collector.report('mapping-unmapped-kept', { name, count }, place);
          continue;
        }
        const component = componentName(name);
        collector.report('mapping-unmapped-component', { name, component, count }, place);
        const first = components.get(component);
        if (first === undefined) components.set(component, name);
        else collector.report('mapping-component-collision', { component, first, second: name }, place);
      }
    },
  };
}
