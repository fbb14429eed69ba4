/** A text and what a real Hugo made of it. */
export interface HugoCase {
  /** The fixture file's name without `.yaml`. */
  readonly group: string;
  /** The place in its file's `cases`. */
  readonly index: number;
  readonly name: string;
  readonly input: string;
  /** Hugo's `.Content`; missing until it has been recorded. */
  readonly html?: string;
  /** Why decant's answer is another one, on both Markdown engines or on those named. */
  readonly differs?: string | Readonly<Record<string, string>>;
  /** `markup.goldmark` of the site. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Other settings of the site. */
  readonly site: Readonly<Record<string, unknown>>;
}

/** Where a case's page is in the site, and where Hugo puts what it makes of it. */
export interface HugoPage {
  readonly file: string;
  readonly output: string;
}

/** The cases of all YAML files in a folder. */
export declare function readCases(folder: string): HugoCase[];

/** The templates of the shortcodes that cases call, by file name. */
export declare function readTemplates(folder: string): Map<string, string>;

/** The files of a site that has a page for every case, and the pages in the cases' order. */
export declare function createHugoSite(
  cases: readonly (Pick<HugoCase, 'group' | 'name' | 'input'> & Partial<HugoCase>)[],
  templates: ReadonlyMap<string, string>,
): { files: Map<string, string>; pages: HugoPage[] };

/** The examples of CommonMark's specification as cases; Hugo is told to leave its extensions out. */
export declare function specCases(
  examples: readonly { markdown: string; html: string }[],
): (Pick<HugoCase, 'group' | 'name' | 'input' | 'config'> & { readonly html: string })[];
