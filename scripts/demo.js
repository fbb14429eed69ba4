/** Converts the sample site to every target, into `out/`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SITE = 'samples/mesh-docs';
const RUNS = [
  { target: 'mdx', look: 'out/mdx/mesh.mdx' },
  { target: 'contentful', look: 'out/contentful/' },
  { target: 'html', look: 'out/html/mesh/index.html' },
];

const root = fileURLToPath(new URL('..', import.meta.url));

for (const { target, look } of RUNS) {
  const command = ['bin/decant.js', 'convert', SITE, '--to', target, '--out', `out/${target}`];
  console.log(`$ decant ${command.slice(1).join(' ')}`);
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  // 1 means findings: the sample has some on purpose.
  if (status !== 0 && status !== 1) process.exit(status ?? 3);
  console.log(`look at ${look}\n`);
}
