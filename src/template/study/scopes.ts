import type { Facts } from './facts.ts';
import type { Value } from './value.ts';
import { joinAll } from './functions.ts';
import { UNKNOWN } from './value.ts';

/** The variables of a template. One that a branch sets holds what it was before or what it is set to. */
export interface Scopes {
  get(name: string): Value;
  declare(name: string, value: Value): void;
  set(name: string, value: Value, facts: Facts): void;
  /** A branch may be skipped; the condition before it is always evaluated. */
  enter(kind: string): void;
  leave(): void;
}

interface Scope {
  readonly isBranch: boolean;
  readonly variables: Map<string, Value>;
}

export function createScopes(): Scopes {
  const scopes: Scope[] = [{ isBranch: false, variables: new Map() }];
  const find = (name: string): number => scopes.findLastIndex(({ variables }) => variables.has(name));
  return {
    get: (name) => scopes[find(name)]?.variables.get(name) ?? UNKNOWN,
    declare: (name, value) => void scopes.at(-1)?.variables.set(name, value),
    set: (name, value, facts) => {
      const at = find(name);
      const scope = scopes[at] ?? scopes[0];
      const before = scope?.variables.get(name);
      const mayBeSkipped = scopes.slice(at + 1).some(({ isBranch }) => isBranch);
      scope?.variables.set(name, mayBeSkipped && before ? joinAll([before, value], facts) : value);
    },
    enter: (kind) => void scopes.push({ isBranch: kind === 'branch', variables: new Map() }),
    leave: () => void scopes.pop(),
  };
}
