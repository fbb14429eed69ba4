/** What HTML says of elements, as far as pairing needs it. */

/** Elements that stand in a line of text. */
const TEXT_LEVEL: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark meter nobr output ' +
    'progress q rp rt ruby s samp select small span strike strong sub sup textarea time tt u var wbr'
  ).split(' '),
);

export const isTextLevel = (tagName: string): boolean => TEXT_LEVEL.has(tagName);

/** Elements that stand among blocks. What is in neither list (`<iframe>`, `<svg>`, `<my-card>`) stands where it is put. */
const BLOCK_LEVEL: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol ' +
    'optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

export const isBlockLevel = (tagName: string): boolean => BLOCK_LEVEL.has(tagName);

/** The other elements that HTML defines or defined, where it matters whether a name is one of HTML's. */
const OTHERS: ReadonlySet<string> = new Set(
  (
    'applet audio body canvas dialog embed html iframe map marquee math noembed noframes noscript object param picture rb ' +
    'rtc script slot style svg template title video'
  ).split(' '),
);

/** Whether HTML knows an element of that name. */
export const isKnown = (tagName: string): boolean =>
  TEXT_LEVEL.has(tagName) || BLOCK_LEVEL.has(tagName) || VOID.has(tagName) || OTHERS.has(tagName);

/** Elements without content or closing tag. */
const VOID: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'.split(' '),
);

export const isVoid = (tagName: string): boolean => VOID.has(tagName);

/** Elements whose closing tag HTML lets an author leave out. */
const OPTIONAL_END: ReadonlySet<string> = new Set(
  'body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr'.split(' '),
);

export const hasOptionalEnd = (tagName: string): boolean => OPTIONAL_END.has(tagName);

/** Elements in which white space counts. */
const PREFORMATTED: ReadonlySet<string> = new Set('listing plaintext pre script style textarea xmp'.split(' '));

export const isPreformatted = (tagName: string): boolean => PREFORMATTED.has(tagName);

/** Whether a text is nothing but HTML's white space. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** Space, tab, line feed, form feed, carriage return. */
export const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
