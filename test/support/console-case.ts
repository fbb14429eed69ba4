import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './run-decant.ts';

/** Runs every command of a Markdown file's `console` fences in `folder` and returns the file with what they print. */
export function replay(markdown: string, folder: string): string {
  const lines: string[] = [];
  let inConsole = false;
  let input = '';
  let stdin: string[] | undefined;
  for (const line of markdown.split('\n')) {
    if (stdin) {
      if (line === '```') [input, stdin] = [`${stdin.join('\n')}\n`, undefined];
      else stdin.push(line);
      lines.push(line);
    } else if (!inConsole || line === '```') {
      inConsole = line === '```console';
      if (line === '```stdin') stdin = [];
      lines.push(line);
    } else if (line.startsWith('$ ')) {
      lines.push(line, ...runCommand(line.slice(2), { folder, input }));
      input = '';
    }
  }
  return lines.join('\n');
}

/** Standard output as it is, each line of standard error behind `! `, and at the end the exit code unless it is 0. */
function runCommand(command: string, { folder, input }: { folder: string; input: string }): string[] {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: `${join(ROOT, 'test/support/bin')}:${process.env['PATH']}`, NO_COLOR: '1', COLUMNS: '80' },
  });
  return [
    ...linesOf(stdout.replaceAll(folder, '.')),
    ...linesOf(stderr.replaceAll(folder, '.')).map((line) => `! ${line}`.trimEnd()),
    ...(status === 0 ? [] : [`exit ${status}`]),
  ];
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
