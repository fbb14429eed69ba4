/** The page at hand: several targets take it in turn, and what one of them has had read the next one finds there. */
import type { PageMeta } from '../model/page.ts';
import type { ReadInput, ReadResult } from '../reader/read-page.ts';
import type { LoadedSource, OpenedSite } from './open-site.ts';
import { readPage } from '../reader/read-page.ts';

/** Where a conversion gets a page's text, and has it read. */
export interface PageDesk {
  readonly load: (page: PageMeta) => LoadedSource;
  readonly read: (input: ReadInput) => ReadResult;
}

/** A desk at which one page lies at a time. */
export interface SharedDesk extends PageDesk {
  /** Puts a page there in the place of the last one. Where its text cannot be had, whoever asks for it is told. */
  readonly lay: (page: PageMeta) => void;
}

/** The desk of a conversion that is alone: nothing is kept for anybody else. */
export const plainDesk = ({ load }: Pick<OpenedSite, 'load'>): SharedDesk => ({ load, read: readPage, lay: () => {} });

/** A desk for several conversions. Whoever would read the page otherwise than the others has it read anew. */
export function sharedDesk({ load }: Pick<OpenedSite, 'load'>): SharedDesk {
  let text: () => LoadedSource = () => {
    throw new Error('no page lies on the desk');
  };
  let readings: { readonly input: ReadInput; readonly result: ReadResult }[] = [];
  return {
    lay(page) {
      readings = [];
      text = loaded(() => load(page));
    },
    load: () => text(),
    read(input) {
      const known = readings.find((reading) => isAlike(reading.input, input));
      if (known) return known.result;
      const result = readPage(input);
      readings.push({ input, result });
      return result;
    },
  };
}

/** Loads at once; what came of it is there for each who asks. */
function loaded(load: () => LoadedSource): () => LoadedSource {
  try {
    const text = load();
    return () => text;
  } catch (cause) {
    return () => {
      throw cause;
    };
  }
}

/** Whether all that a reading depends on is the same. */
function isAlike(one: ReadInput, other: ReadInput): boolean {
  const names = [...Object.keys(one), ...Object.keys(other)] as (keyof ReadInput)[]; // both are nothing else
  return names.every((name) => one[name] === other[name]);
}
