/** The inventory as one HTML page that needs nothing else. */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Inventory } from '../../model/inventory.ts';
import type { ToDo } from './to-do.ts';
import type { Table } from './tables.ts';
import { inventoryTables } from './tables.ts';
import { countOf, EFFORTS, toDos } from './to-do.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; font-size: 13px; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; }
div.table { overflow-x: auto; }
nav a { margin-right: 1rem; }
`;

export function htmlInventory(inventory: Inventory): string {
  const tables = inventoryTables(inventory);
  const title = inventory.title === '' ? inventory.site : inventory.title;
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'en' }, [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('title', {}, [text(`${title}: inventory`)]),
          element('style', {}, [text(STYLE)]),
        ]),
        element('body', {}, [
          element('h1', {}, [text(title)]),
          element('p', {}, [
            text(`${countOf(inventory.pages.total, 'page')}, ${countOf(inventory.shortcodes.length, 'shortcode')}`),
          ]),
          element('nav', {}, ['To do', ...tables.map((table) => table.title)].map(linkTo)),
          ...toDoSection(toDos(inventory)),
          ...tables.flatMap(section),
        ]),
      ]),
    ],
  };
  return `${toHtml(tree)}\n`;
}

const text = (value: string): ElementContent => ({ type: 'text', value });

const element = (
  tagName: string,
  properties: Element['properties'] = {},
  children: readonly ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children: [...children] });

const idOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

const linkTo = (title: string): Element => element('a', { href: `#${idOf(title)}` }, [text(title)]);

function toDoSection(items: readonly ToDo[]): Element[] {
  return [
    element('h2', { id: idOf('To do') }, [text('To do')]),
    ...Object.entries(EFFORTS).flatMap(([effort, title]) => {
      const own = items.filter((item) => item.effort === effort);
      if (own.length === 0) return [];
      return [
        element('h3', {}, [text(title)]),
        element(
          'ul',
          {},
          own.map((item) => element('li', {}, [text(item.text)])),
        ),
      ];
    }),
  ];
}

function section({ title, columns, numbers, rows }: Table): Element[] {
  const row = (cells: readonly string[], tag: 'th' | 'td'): Element =>
    element(
      'tr',
      {},
      cells.map((cell, at) => element(tag, numbers.includes(at) ? { className: ['number'] } : {}, [text(cell)])),
    );
  return [
    element('h2', { id: idOf(title) }, [text(title)]),
    element('div', { className: ['table'] }, [
      element('table', {}, [
        element('thead', {}, [row(columns, 'th')]),
        element(
          'tbody',
          {},
          rows.map((cells) => row(cells, 'td')),
        ),
      ]),
    ]),
  ];
}
