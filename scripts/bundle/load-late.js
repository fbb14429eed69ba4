/**
 * A plugin that makes each chunk of a bundle load others when it first uses them, and not when it is loaded itself: who converts one page
 * with plain front matter never reads the YAML parser. Chunks are CommonJS for that, which can be loaded in the middle of a function.
 */
import { RolldownMagicString } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

export const loadLate = { name: 'load-late', renderChunk: (code) => lateImports(code) };

/** Takes child processes for a kind of command that decant has none of, and these take as long to load as all of commander. */
const COMMANDER = /[\\/]node_modules[\\/]commander[\\/]lib[\\/]command\.js$/;

/** Makes commander do with Node's parts what chunks do with chunks. */
export const loadLateInCommander = {
  name: 'load-late-in-commander',
  transform: { filter: { id: COMMANDER }, handler: (code) => lateImports(code) },
};

/** `const a = require('./a.cjs'); a.run();` becomes a function that is called where `a` is used. */
function lateImports(code) {
  const program = parseAst(code, { sourceType: 'script' });
  const { uses, members } = countNames(program);
  const edits = new RolldownMagicString(code);
  for (const statement of program.body.filter(isImport)) {
    const [{ id, init }] = statement.declarations;
    const objects = members.get(id.name) ?? [];
    // What is not `name.member` would be the function and not the chunk; in another scope the name may be another's.
    if (objects.length + 1 !== uses.get(id.name)) continue;
    // In parentheses, for `new a.Thing()`.
    for (const { start, end } of objects) edits.overwrite(start, end, `(${id.name}())`);
    edits.overwrite(
      statement.start,
      init.start,
      `let ${id.name}$loaded; const ${id.name} = () => ${id.name}$loaded ??= `,
    );
  }
  // Chunks may need each other while they are loaded: what is not there yet is to be an error, as it is in modules, and not undefined.
  const getters = program.body.flatMap((statement) => {
    const getter = exportIn(statement);
    if (!getter) return [];
    const { name, body } = getter;
    edits.remove(statement.start, statement.end);
    return [`get ${code.slice(name.start, name.end)}() ${code.slice(body.start, body.end)}`];
  });
  // One object takes a third of the text that a call for each name takes.
  if (getters.length > 0) {
    edits.prepend(`Object.defineProperties(exports, Object.getOwnPropertyDescriptors({ ${getters.join(', ')} }));\n`);
  }
  return edits.toString();
}

/** How often each name occurs, and where it is the object that a member is taken from. */
function countNames(program) {
  const uses = new Map();
  const members = new Map();
  new Visitor({
    Identifier: ({ name }) => uses.set(name, (uses.get(name) ?? 0) + 1),
    MemberExpression({ object }) {
      if (object.type !== 'Identifier') return;
      members.set(object.name, [...(members.get(object.name) ?? []), object]);
    },
  }).visit(program);
  return { uses, members };
}

/** `Object.defineProperty(exports, 'a', { get: function () { return b; } })`: the name, and what the getter does. */
function exportIn({ type, expression }) {
  if (type !== 'ExpressionStatement' || expression.type !== 'CallExpression') return undefined;
  const [object, name, descriptor] = expression.arguments;
  if (object?.name !== 'exports' || descriptor?.type !== 'ObjectExpression') return undefined;
  const getter = descriptor.properties.find(({ key }) => key.name === 'get');
  return getter && { name, body: getter.value.body };
}

/**
 * Whether a statement names a chunk, `const require_a = require('./a.cjs')`, a part of Node, or a package in CommonJS, for which the bundler
 * writes `var import_a = require_a()`. A package from outside may be missing: whoever loads that wants to know at once.
 */
function isImport({ type, declarations }) {
  if (type !== 'VariableDeclaration' || declarations.length !== 1) return false;
  const [{ id, init }] = declarations;
  if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return false;
  return init.callee.name === 'require' ? /^(?:\.|node:)/.test(init.arguments[0].value) : id.name.startsWith('import_');
}
