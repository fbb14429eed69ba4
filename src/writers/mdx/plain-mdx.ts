import type { Attribute, Code } from '../../model/nodes.ts';
import type { MdxDialect } from './dialect.ts';

/** MDX 3 with GFM and without a framework. */
export const plainMdx: MdxDialect = {
  name: 'mdx',
  syntax: 'mdx',
  attributes: 'react',
  headingId: 'element',
  summaryDivider: 'more',
  fieldKeys: {},
  admonition: { component: 'Admonition', kind: 'kind', title: 'title', collapsible: 'collapsible' },
  tabs: { component: 'Tabs', group: 'group', tab: 'Tab', label: 'label', value: 'value' },
  steps: { form: 'components', component: 'Steps', step: 'Step', title: 'title' },
  cards: {
    component: 'Cards',
    columns: 'columns',
    card: 'Card',
    title: 'title',
    subtitle: 'subtitle',
    footer: 'footer',
    link: 'href',
    image: 'image',
    icon: 'icon',
    tag: 'tag',
  },
  columns: { component: 'Columns', column: 'Column', width: 'width' },
  gallery: { component: 'Gallery' },
  button: { component: 'Button', url: 'href', kind: 'kind', icon: 'icon' },
  badge: { component: 'Badge', kind: 'kind' },
  icon: { component: 'Icon', name: 'name', set: 'set', label: 'label' },
  diagram: 'code',
  codeMeta: braceMeta,
};

/** What most highlighters read: `title="a.js" {1,3-4} showLineNumbers=5`. */
export function braceMeta({ options, attributes }: Code): string[] {
  const parts: string[] = [];
  if (options?.title !== undefined) parts.push(metaValue('title', options.title));
  if (options?.highlightedLines?.length) {
    const ranges = options.highlightedLines.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
    parts.push(`{${ranges.join(',')}}`);
  }
  if (options?.lineNumbers) {
    parts.push(options.startLine === undefined ? 'showLineNumbers' : `showLineNumbers=${options.startLine}`);
  } else if (options?.startLine !== undefined) parts.push(`startLine=${options.startLine}`);
  for (const attribute of [...(options?.other ?? []), ...(attributes ?? [])]) {
    // Hugo takes the title for an attribute of the block; here it is written already.
    if (attribute.name !== 'title' || options?.title === undefined) parts.push(attributeMeta(attribute));
  }
  return parts;
}

function attributeMeta({ name, value }: Attribute): string {
  if (value === true) return name;
  return metaValue(name, typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value));
}

const metaValue = (name: string, value: string | number): string => {
  const text = String(value).replace(/\s+/g, ' ');
  const quote = text.includes('"') ? "'" : '"';
  return `${name}=${quote}${text.replaceAll(quote, '')}${quote}`;
};
