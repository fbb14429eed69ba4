/** The media type of a file by its first bytes; by its name only where text has no mark of its own. */
export function mediaType(fileName: string, head: Uint8Array): string {
  const signature = SIGNATURES.find(
    ({ at = 0, bytes, and }) => has(head, at, bytes) && (!and || has(head, and.at, and.bytes)),
  );
  if (signature) return signature.type;
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const text = new TextDecoder().decode(head.subarray(0, 1024)).trimStart();
  if (isSvg(text)) return 'image/svg+xml';
  return TEXT_TYPES.get(extension) ?? (head.includes(0) ? 'application/octet-stream' : 'text/plain');
}

interface Signature {
  readonly type: string;
  readonly at?: number;
  readonly bytes: string;
  readonly and?: { readonly at: number; readonly bytes: string };
}

const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', bytes: '\xff\xd8\xff' },
  { type: 'image/gif', bytes: 'GIF8' },
  { type: 'image/webp', bytes: 'RIFF', and: { at: 8, bytes: 'WEBP' } },
  { type: 'audio/wav', bytes: 'RIFF', and: { at: 8, bytes: 'WAVE' } },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
  { type: 'image/avif', at: 4, bytes: 'ftypavis' },
  { type: 'image/heic', at: 4, bytes: 'ftypheic' },
  { type: 'image/heif', at: 4, bytes: 'ftypmif1' },
  { type: 'audio/mp4', at: 4, bytes: 'ftypM4A' },
  { type: 'video/quicktime', at: 4, bytes: 'ftypqt' },
  { type: 'video/mp4', at: 4, bytes: 'ftyp' },
  { type: 'image/x-icon', bytes: '\0\0\x01\0' },
  { type: 'image/bmp', bytes: 'BM' },
  { type: 'image/tiff', bytes: 'II*\0' },
  { type: 'image/tiff', bytes: 'MM\0*' },
  { type: 'application/pdf', bytes: '%PDF-' },
  { type: 'application/gzip', bytes: '\x1f\x8b' },
  { type: 'application/zip', bytes: 'PK\x03\x04' },
  { type: 'video/webm', bytes: '\x1aE\xdf\xa3' },
  { type: 'audio/ogg', bytes: 'OggS' },
  { type: 'audio/mpeg', bytes: 'ID3' },
  { type: 'font/woff2', bytes: 'wOF2' },
  { type: 'font/woff', bytes: 'wOFF' },
  { type: 'application/wasm', bytes: '\0asm' },
];

const TEXT_TYPES: ReadonlyMap<string, string> = new Map([
  ['css', 'text/css'],
  ['csv', 'text/csv'],
  ['htm', 'text/html'],
  ['html', 'text/html'],
  ['js', 'text/javascript'],
  ['json', 'application/json'],
  ['md', 'text/markdown'],
  ['mjs', 'text/javascript'],
  ['toml', 'application/toml'],
  ['xml', 'application/xml'],
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
]);

function has(head: Uint8Array, at: number, bytes: string): boolean {
  if (head.length < at + bytes.length) return false;
  for (let index = 0; index < bytes.length; index++) {
    if (head[at + index] !== bytes.charCodeAt(index)) return false;
  }
  return true;
}

/** An SVG file may begin with an XML declaration, comments and a doctype. */
function isSvg(text: string): boolean {
  const start = text.toLowerCase();
  if (start.startsWith('<svg')) return true;
  return (start.startsWith('<?xml') || start.startsWith('<!')) && /<svg[\s>]/.test(start);
}
