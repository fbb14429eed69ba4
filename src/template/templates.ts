/** The templates of a site, parsed when they are asked for, with what `define` and `block` name in them. */
import type { ParsedTemplate, TemplateNode } from './tree.ts';
import { parseTemplate } from './parse.ts';

export interface TemplateStore {
  /** The body of a template that is defined somewhere, or of one at a path such as `partials/box.html`. */
  readonly find: (name: string) => readonly TemplateNode[] | undefined;
  /** Parses a template and remembers what it defines. */
  readonly add: (text: string) => ParsedTemplate;
}

/** `readTemplate` gives the text of a template by its path below the layouts. */
export function createTemplateStore(readTemplate: (path: string) => string | undefined): TemplateStore {
  const known = new Map<string, readonly TemplateNode[] | undefined>();
  const add = (text: string): ParsedTemplate => {
    const parsed = parseTemplate(text);
    for (const [name, body] of namedTemplates(parsed.nodes)) known.set(name, body);
    return parsed;
  };
  const find = (name: string): readonly TemplateNode[] | undefined => {
    if (known.has(name)) return known.get(name);
    const text = readTemplate(name);
    const body = text === undefined ? undefined : parseTemplate(text).nodes;
    for (const [inner, nodes] of namedTemplates(body ?? [])) if (!known.has(inner)) known.set(inner, nodes);
    known.set(name, body);
    return body;
  };
  return { find, add };
}

/** What `define` and `block` name, wherever they stand. */
function namedTemplates(nodes: readonly TemplateNode[]): [name: string, body: readonly TemplateNode[]][] {
  return nodes.flatMap((node): [string, readonly TemplateNode[]][] => {
    switch (node.type) {
      case 'define':
      case 'block':
        return [[node.name, node.body], ...namedTemplates(node.body)];
      case 'conditional':
        return [...node.branches.map(({ body }) => body), node.otherwise ?? []].flatMap(namedTemplates);
      case 'range':
        return [node.body, node.otherwise ?? []].flatMap(namedTemplates);
      default:
        return [];
    }
  });
}
