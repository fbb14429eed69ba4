/** Attributes of the model as properties of hast. */
import { find, html, svg } from 'property-information';
import type { Attribute } from '../../model/nodes.ts';
import type { HtmlState } from './state.ts';

type Properties = Record<string, string | number | boolean>;

/** The author's attributes; the first of a name counts, as in HTML. */
export function properties(attributes: readonly Attribute[] | undefined, state: HtmlState): Properties {
  const result: Properties = Object.create(null) as Properties; // an object without prototype holds no properties yet
  for (const { name, value } of attributes ?? []) {
    if (name in result) continue;
    // The serializer looks names up in plain objects: these two would find what every object has.
    if (name.toLowerCase() in Object.prototype) {
      state.findings.report('html-attribute-dropped', { name });
      continue;
    }
    if (typeof value === 'boolean') {
      if (value) result[name] = true;
    } else if (typeof value === 'number') result[name] = value;
    else result[name] = presence(name, state.attribute(value));
  }
  return result;
}

/** An empty value of a boolean attribute means that it is set; hast says so with `true`. */
function presence(name: string, value: string): string | true {
  if (value !== '') return value;
  const info = find(html, name);
  return info.boolean || info.overloadedBoolean || find(svg, name).boolean ? true : value;
}
