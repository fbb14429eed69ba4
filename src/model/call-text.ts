import type { Call } from './nodes.ts';
import { endOf } from './place.ts';

/** The author's text of a call, or of one of its tags, in a page with the text `source`; empty for a tag that is not there. */
export function callText(call: Call, source: string, part: 'whole' | 'openTag' | 'closeTag' = 'whole'): string {
  if (call.written) return call.written[part] ?? '';
  const place = part === 'whole' ? call.place : call[part];
  return place ? source.slice(place.offset, endOf(place)) : '';
}
