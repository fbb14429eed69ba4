/** Texts that wait for the end of a run: rich text repeats itself, and takes up a tenth of its room when packed. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A text in few characters, as plain JSON can hold them. */
export const packText = (text: string): string => deflateRawSync(text, { level: 1 }).toString('base64');

export const unpackText = (packed: string): string => inflateRawSync(Buffer.from(packed, 'base64')).toString();
