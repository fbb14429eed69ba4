/**
 * Turns a TypeScript module into JavaScript by erasing its types, so that a checkout without TypeScript (`npm ci
 * --omit=dev`) can still build. Erased text becomes spaces: lines and columns stay. The sources keep to erasable
 * syntax (`erasableSyntaxOnly`), so nothing has to be generated.
 */
import * as acorn from 'acorn';
import { tsPlugin } from '@sveltejs/acorn-typescript';

const TypeScriptParser = acorn.Parser.extend(tsPlugin());
const PARSE_OPTIONS = { ecmaVersion: 'latest', sourceType: 'module', preserveParens: true, locations: true };
const MODIFIERS = new Set(['public', 'private', 'protected', 'readonly', 'override', 'abstract', 'declare']);

/** The JavaScript of the TypeScript module `source`; throws on syntax that cannot be erased. */
export function eraseTypes(source) {
  const edits = { characters: [...splitUnits(source)], source };
  visit(TypeScriptParser.parse(source, PARSE_OPTIONS), edits);
  const javascript = edits.characters.join('');
  acorn.parse(javascript, PARSE_OPTIONS);
  return javascript;
}

/** Code units, so that indices are the parser's offsets. */
function* splitUnits(text) {
  for (let at = 0; at < text.length; at++) yield text[at];
}

const erasers = {
  TSTypeAnnotation: blankNode,
  TSTypeParameterDeclaration: blankNode,
  TSTypeParameterInstantiation: blankNode,
  TSInterfaceDeclaration: blankNode,
  TSTypeAliasDeclaration: blankNode,
  TSDeclareFunction: blankNode,
  TSExpressionWithTypeArguments: blankNode,
  TSAsExpression: keepExpression,
  TSSatisfiesExpression: keepExpression,
  TSNonNullExpression: keepExpression,
  ImportDeclaration: eraseModuleDeclaration,
  ExportNamedDeclaration: eraseModuleDeclaration,
  ExportAllDeclaration: eraseModuleDeclaration,
  ImportExpression: (node, edits) => {
    rename(node.source, edits);
    visitChildren(node, edits);
  },
  ArrowFunctionExpression: eraseArrowTypes,
  FunctionDeclaration: eraseFunctionTypes,
  FunctionExpression: eraseFunctionTypes,
  PropertyDefinition: eraseModifiers,
  MethodDefinition: eraseModifiers,
  ClassDeclaration: eraseClassTypes,
  ClassExpression: eraseClassTypes,
  Identifier: eraseOptionalMark,
};

function visit(node, edits) {
  const erase = erasers[node.type];
  if (node.declare) blankNode(node, edits);
  else if (erase) erase(node, edits);
  else if (node.type.startsWith('TS'))
    throw new SyntaxError(`${node.type} at line ${node.loc.start.line} cannot be erased`);
  else visitChildren(node, edits);
}

function visitChildren(node, edits) {
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string' && typeof child.start === 'number') visit(child, edits);
    }
  }
}

function blank(start, end, edits) {
  for (let at = start; at < end; at++) if (!/[\r\n]/.test(edits.characters[at])) edits.characters[at] = ' ';
}

function blankNode(node, edits) {
  blank(node.start, node.end, edits);
}

/** Blanks a list member together with the comma behind it. */
function blankMember(node, edits) {
  const comma = /\s*,/y;
  comma.lastIndex = node.end;
  blank(node.start, comma.test(edits.source) ? comma.lastIndex : node.end, edits);
}

function keepExpression(node, edits) {
  blank(node.expression.end, node.end, edits);
  visit(node.expression, edits);
}

function eraseModuleDeclaration(node, edits) {
  const ofTypes = node.importKind === 'type' || node.exportKind === 'type' || node.declaration?.declare;
  if (ofTypes || (node.declaration && isTypeDeclaration(node.declaration))) return blankNode(node, edits);
  if (node.source) rename(node.source, edits);
  for (const specifier of node.specifiers ?? []) {
    if (specifier.importKind === 'type' || specifier.exportKind === 'type') blankMember(specifier, edits);
  }
  if (node.declaration) visit(node.declaration, edits);
}

const isTypeDeclaration = (node) =>
  ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction'].includes(node.type);

/** `./page.ts` is `./page.js` once it is built. */
function rename(source, edits) {
  if (typeof source.value === 'string' && /^\.\.?\/.*\.ts$/.test(source.value)) edits.characters[source.end - 3] = 'j';
}

function eraseFunctionTypes(node, edits) {
  const [first] = node.params;
  if (first?.type === 'Identifier' && first.name === 'this') blankMember(first, edits);
  visitChildren(node, edits);
}

/** No line may end between an arrow function's `)` and its `=>`: with a return type over lines the `)` moves behind it. */
function eraseArrowTypes(node, edits) {
  eraseFunctionTypes(node, edits);
  const type = node.returnType;
  if (!type || !edits.source.slice(type.start, type.end).includes('\n')) return;
  edits.characters[edits.source.lastIndexOf(')', type.start)] = ' ';
  edits.characters[type.end - 1] = ')';
}

function eraseModifiers(node, edits) {
  const head = edits.source.slice(node.start, node.key.start);
  for (const word of head.matchAll(/\w+/g)) {
    if (MODIFIERS.has(word[0])) blank(node.start + word.index, node.start + word.index + word[0].length, edits);
  }
  if (node.abstract || node.declare) return blankNode(node, edits);
  visitChildren(node, edits);
}

function eraseClassTypes(node, edits) {
  if (node.declare) return blankNode(node, edits);
  const [first] = node.implements ?? [];
  if (first) blank(edits.source.lastIndexOf('implements', first.start), node.body.start, edits);
  if (node.abstract) blank(node.start, node.start + 'abstract'.length, edits);
  visitChildren(node, edits);
}

/** The `?` of an optional parameter; an identifier's own range takes in its type. */
function eraseOptionalMark(node, edits) {
  if (node.optional) {
    const mark = edits.source.indexOf('?', node.start);
    blank(mark, mark + 1, edits);
  }
  visitChildren(node, edits);
}
