import { evaluate } from '@mdx-js/mdx';
import type { ComponentType, ReactNode } from 'react';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import remarkGfm from 'remark-gfm';

/** One use of a component on a page, in the order of the page; children as HTML. */
export interface ComponentUse {
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: string;
}

export interface RenderedMdx {
  readonly html: string;
  readonly uses: readonly ComponentUse[];
}

interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly data?: { readonly estree?: { readonly body: readonly { readonly type: string }[] } };
  children?: MdxNode[];
}

/**
 * Compiles MDX without its front matter and renders it; whatever components it names are stand-ins that show their children,
 * behind the props that `shown` names for them, and record how they were called.
 */
export async function renderMdx(text: string, shown: ShownProps = {}): Promise<RenderedMdx> {
  const names = new Set<string>();
  const collectNames = () => (tree: MdxNode) => {
    const stack = [tree];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.name && /^[A-Z]/.test(node.name)) names.add(node.name);
      // What is imported is named where it is used, and gets a stand-in there.
      if (node.children) node.children = node.children.filter((child) => !isImport(child));
      stack.push(...(node.children ?? []));
    }
  };
  const { default: Content } = await evaluate(withVariables(withoutFrontMatter(text)), {
    ...runtime,
    remarkPlugins: [remarkGfm, collectNames],
  });
  const calls: [name: string, props: Readonly<Record<string, unknown>>][] = [];
  const standIns = new Map([...names].map((name) => [name, standIn(name, shown[name] ?? [], calls)]));
  const components = withParts(standIns, (name) => standIn(name, [], calls));
  const html = renderToStaticMarkup(createElement(Content, { components }));
  const uses = calls.map(([name, { children, ...props }]) => ({
    name,
    props,
    children: renderChildren(children, name),
  }));
  return { html, uses };
}

/** `Tabs.Tab` is a property of `Tabs`. */
function withParts(
  standIns: ReadonlyMap<string, ComponentType<Props>>,
  create: (name: string) => ComponentType<Props>,
): Readonly<Record<string, ComponentType<Props>>> {
  const components: Record<string, ComponentType<Props>> = {};
  for (const [name, component] of standIns) if (!name.includes('.')) components[name] = component;
  for (const [name, component] of standIns) {
    const [root = name, part] = name.split('.');
    if (part !== undefined) Object.assign((components[root] ??= create(root)), { [part]: component });
  }
  return components;
}

const isImport = ({ data }: MdxNode): boolean =>
  data?.estree?.body.every(({ type }) => type === 'ImportDeclaration') === true;

/** Variables of the site show their names. */
const withVariables = (mdx: string): string =>
  mdx.includes('import variables from')
    ? `export const variables = new Proxy({}, { get: (_, name) => "⟨" + String(name) + "⟩" });\n\n${mdx}`
    : mdx;

/** The part of an MDX file behind its front matter. */
export function withoutFrontMatter(text: string): string {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  return end < 0 ? text : text.slice(end + '\n---\n'.length);
}

/** The props that a reader sees, by component. */
export type ShownProps = Readonly<Record<string, readonly string[]>>;

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

function standIn(name: string, shown: readonly string[], calls: [string, Props][]): ComponentType<Props> {
  const Component = (props: Props): ReactNode => {
    calls.push([name, props]);
    const titles = shown.map((prop) => props[prop]).filter((value) => typeof value === 'string');
    return createElement('x-component', { 'data-name': name }, ...titles.map((title) => ` ${title} `), props.children);
  };
  return Component;
}

/** Renders children on their own; the calls in them were recorded when the page was rendered. */
function renderChildren(children: unknown, name: string): string {
  try {
    return renderToStaticMarkup(createElement(Fragment, null, children as ReactNode)); // what React itself handed us
  } catch (cause) {
    throw new Error(`the children of ${name} cannot be rendered`, { cause });
  }
}
