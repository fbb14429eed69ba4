import type { InputLog } from './input-log.ts';

/** A log that keeps nothing itself: it tells those who listen just then. */
export interface InputRelay extends InputLog {
  /** From now on these listen, and no others. */
  readonly tell: (listeners: readonly InputLog[]) => void;
}

/** Makes a log for a site that is opened for several: what is looked at for one of them is no business of the others. */
export function relayInputs(): InputRelay {
  let listeners: readonly InputLog[] = [];
  return {
    tell: (logs) => void (listeners = logs),
    file: (...args) => {
      for (const log of listeners) log.file(...args);
    },
    folder: (...args) => {
      for (const log of listeners) log.folder(...args);
    },
    presence: (...args) => {
      for (const log of listeners) log.presence(...args);
    },
    shared: (path) => {
      for (const log of listeners) log.shared(path);
    },
  };
}
