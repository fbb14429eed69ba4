/** HTML as an outline of its tree, one node a line: equal where a browser shows the same. */
export declare function htmlForm(html: string): string;
