/** Code of the files that a scaffold brings, as the tree that its printer takes: ESTree with JSX and the types of TypeScript. */

export interface Code {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** Data as an expression may hold code. */
export type CodeValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Code
  | readonly CodeValue[]
  | { readonly [key: string]: CodeValue };

// What was made here is code; data may have a `type` of its own.
const MADE = new WeakSet<object>();

function made(tree: Code): Code {
  MADE.add(tree);
  return tree;
}

const isCode = (value: object): value is Code => MADE.has(value);

export const name = (text: string): Code => made({ type: 'Identifier', name: text });

const isIdentifier = (text: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);

const keyOf = (text: string): Code => (isIdentifier(text) ? name(text) : { type: 'Literal', value: text });

/** Data as an expression; what is `undefined` is left out. */
export function expression(value: CodeValue): Code {
  if (isList(value)) return { type: 'ArrayExpression', elements: value.map(expression) };
  if (typeof value !== 'object' || value === null) return { type: 'Literal', value: value ?? null };
  if (isCode(value)) return value;
  const entries = Object.entries(value as { readonly [key: string]: CodeValue });
  return {
    type: 'ObjectExpression',
    properties: entries
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => ({
        type: 'Property',
        kind: 'init',
        method: false,
        shorthand: false,
        computed: false,
        key: keyOf(key),
        value: expression(item),
      })),
  };
}

const isList = (value: CodeValue): value is readonly CodeValue[] => Array.isArray(value);

export const call = (callee: Code, ...given: readonly CodeValue[]): Code =>
  made({ type: 'CallExpression', callee, arguments: given.map(expression), optional: false });

export const member = (object: string | Code, property: string): Code =>
  made({
    type: 'MemberExpression',
    object: typeof object === 'string' ? name(object) : object,
    property: name(property),
    computed: false,
    optional: false,
  });

/** `{ ...first, a, b }`. */
export const spreadWith = (first: string | Code, names: readonly string[]): Code =>
  made({
    type: 'ObjectExpression',
    properties: [
      { type: 'SpreadElement', argument: typeof first === 'string' ? name(first) : first },
      ...pattern(names.map((it) => [it, it])).properties,
    ],
  });

/** What an import brings: a name, or one under another name. */
type Imported = string | readonly [imported: string, local: string];

/** `import local from 'from'`, or with names in braces. */
export const importOf = (
  what: string | readonly Imported[],
  from: string,
  kind: 'value' | 'type' | 'json' = 'value',
): Code => ({
  type: 'ImportDeclaration',
  importKind: kind === 'type' ? 'type' : 'value',
  source: { type: 'Literal', value: from },
  attributes:
    kind === 'json' ? [{ type: 'ImportAttribute', key: name('type'), value: { type: 'Literal', value: 'json' } }] : [],
  specifiers:
    typeof what === 'string'
      ? [{ type: 'ImportDefaultSpecifier', local: name(what) }]
      : what.map((item) => {
          const [imported, local] = typeof item === 'string' ? [item, item] : item;
          return { type: 'ImportSpecifier', imported: name(imported), local: name(local), importKind: 'value' };
        }),
});

/** `import 'from'`, for what it does. */
export const importStyle = (from: string): Code => ({
  type: 'ImportDeclaration',
  importKind: 'value',
  source: { type: 'Literal', value: from },
  attributes: [],
  specifiers: [],
});

export const exportDefault = (declaration: Code): Code => ({ type: 'ExportDefaultDeclaration', declaration });

export const exportNamed = (declaration: Code): Code => ({
  type: 'ExportNamedDeclaration',
  exportKind: 'value',
  specifiers: [],
  source: null,
  attributes: [],
  declaration,
});

export const exportConstant = (id: string, init: Code): Code => exportNamed(constant(name(id), init));

export const constant = (id: Code, init: Code): Code => ({
  type: 'VariableDeclaration',
  kind: 'const',
  declarations: [{ type: 'VariableDeclarator', id, init }],
});

/** `{ a, b }` on the left side, with a type where one is given. */
export const pattern = (
  names: readonly (readonly [key: string, local: string])[],
  typeName?: string,
): Code & { readonly properties: readonly Code[] } => ({
  type: 'ObjectPattern',
  properties: names.map(([key, local]) => ({
    type: 'Property',
    kind: 'init',
    method: false,
    shorthand: key === local,
    computed: false,
    key: keyOf(key),
    value: name(local),
  })),
  ...(typeName !== undefined && { typeAnnotation: annotation(reference(typeName)) }),
});

const reference = (typeName: string): Code => ({ type: 'TSTypeReference', typeName: name(typeName) });

const annotation = (typeAnnotation: Code): Code => ({ type: 'TSTypeAnnotation', typeAnnotation });

/** A name with a type, as in `const config: Config`. */
export const typed = (text: string, typeName: string): Code => ({
  ...name(text),
  typeAnnotation: annotation(reference(typeName)),
});

const KEYWORDS: Readonly<Record<string, string>> = {
  text: 'TSStringKeyword',
  number: 'TSNumberKeyword',
  flag: 'TSBooleanKeyword',
  anything: 'TSUnknownKeyword',
};

/** What a prop may be: a keyword of ours, or the name of a type. */
function typeOf(word: string): Code {
  if (word === 'list') return { type: 'TSArrayType', elementType: { type: 'TSUnknownKeyword' } };
  const keyword = KEYWORDS[word];
  return keyword === undefined ? reference(word) : { type: keyword };
}

/** `interface Name { key?: a | b }`. */
export const interfaceOf = (
  id: string,
  members: readonly (readonly [key: string, types: readonly string[]])[],
): Code => ({
  type: 'TSInterfaceDeclaration',
  id: name(id),
  extends: [],
  body: {
    type: 'TSInterfaceBody',
    body: members.map(([key, types]) => ({
      type: 'TSPropertySignature',
      key: keyOf(key),
      optional: true,
      computed: false,
      typeAnnotation: annotation(
        types.length === 1 ? typeOf(types[0] ?? 'anything') : { type: 'TSUnionType', types: types.map(typeOf) },
      ),
    })),
  },
});

export const functionOf = (id: string, parameter: Code | undefined, body: readonly Code[], returns?: string): Code => ({
  type: 'FunctionDeclaration',
  id: name(id),
  params: parameter ? [parameter] : [],
  ...(returns !== undefined && { returnType: annotation(reference(returns)) }),
  body: { type: 'BlockStatement', body },
});

/** `async () => value`. */
export const promiseOf = (value: Code): Code =>
  made({ type: 'ArrowFunctionExpression', params: [], body: value, expression: true, async: true });

/** `(parameter) => value`. */
export const arrowOf = (parameter: Code | undefined, value: Code): Code =>
  made({
    type: 'ArrowFunctionExpression',
    params: parameter ? [parameter] : [],
    body: value,
    expression: true,
    async: false,
  });

export const returnOf = (argument: Code): Code => ({ type: 'ReturnStatement', argument });

/** `a && b`. */
export const andThen = (left: Code, right: Code): Code => ({ type: 'LogicalExpression', operator: '&&', left, right });

export type JsxValue = string | Code | true;

/** `<name attribute={…}>children</name>`; a child that is no element stands in braces. */
export function element(
  tag: string,
  attributes: readonly (readonly [name: string, value: JsxValue])[],
  children: readonly Code[],
): Code {
  const id = { type: 'JSXIdentifier', name: tag };
  return {
    type: 'JSXElement',
    openingElement: {
      type: 'JSXOpeningElement',
      name: id,
      selfClosing: children.length === 0,
      attributes: attributes.map(([key, value]) => ({
        type: 'JSXAttribute',
        name: { type: 'JSXIdentifier', name: key },
        value:
          value === true
            ? null
            : typeof value === 'string'
              ? { type: 'Literal', value }
              : { type: 'JSXExpressionContainer', expression: value },
      })),
    },
    closingElement: children.length === 0 ? null : { type: 'JSXClosingElement', name: id },
    children: children.map((child) =>
      child.type === 'JSXElement' ? child : { type: 'JSXExpressionContainer', expression: child },
    ),
  };
}

/** `<name {...props} />`. */
export const elementWith = (tag: string, props: string): Code => {
  const whole = element(tag, [], []);
  const openingElement = whole['openingElement'] as object; // an object, as it was made
  const attributes = [{ type: 'JSXSpreadAttribute', argument: name(props) }];
  return { ...whole, openingElement: { ...openingElement, attributes } };
};
