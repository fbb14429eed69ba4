/** The icon of a new site: the old one's, else one with the first letter of its title. */
import type { Element, ElementContent, Properties } from 'hast';
import type { Site } from '../../model/site.ts';
import type { OutputFile } from '../target.ts';
import { toHtml } from 'hast-util-to-html';

/** What icons are called, the ones that every browser takes first. */
const NAMES = ['favicon.ico', 'favicon.svg', 'favicon.png', 'favicon-32x32.png'];
const OWN = '/favicon.svg';

/** The address of the old site's icon; of several with one name, the one nearest to the root. */
function iconOf({ staticFiles }: Site): string | undefined {
  const urls = staticFiles.map(({ url }) => url).toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  for (const name of NAMES) {
    const url = urls.find((candidate) => candidate.slice(candidate.lastIndexOf('/') + 1) === name);
    if (url !== undefined) return url;
  }
  return undefined;
}

const depthOf = (url: string): number => url.split('/').length;

/** The address of a new site's icon. */
export const iconFor = (site: Site): string => iconOf(site) ?? OWN;

/** The file of the icon, in the folder of static files, where the old site has none. */
export function iconFile(site: Site, title: string, folder: string): OutputFile[] {
  if (iconOf(site) !== undefined) return [];
  const letter = /[\p{L}\p{N}]/u.exec(title)?.[0].toUpperCase() ?? '•';
  const path = folder === '' ? OWN.slice(1) : `${folder}${OWN}`;
  return [{ path, text: `${toHtml(drawing(letter), { space: 'svg' })}\n` }];
}

const drawing = (letter: string): Element =>
  element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' }, [
    element('rect', { width: '32', height: '32', rx: '6', fill: '#3b6ea5' }),
    element(
      'text',
      {
        x: '16',
        y: '23',
        textAnchor: 'middle',
        fontFamily: 'sans-serif',
        fontSize: '20',
        fontWeight: 'bold',
        fill: '#fff',
      },
      [{ type: 'text', value: letter }],
    ),
  ]);

const element = (tagName: string, properties: Properties, children: readonly ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [...children],
});
