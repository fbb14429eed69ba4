/** Converts the sample site to every target, into `out/`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SITE = 'samples/mesh-docs';
const LOOK = {
  mdx: 'out/mdx/mesh.mdx, out/mdx/docs/setup/install.mdx',
  contentful: 'out/contentful/contentful.json',
  html: 'out/html/mesh/index.html',
};

const root = fileURLToPath(new URL('..', import.meta.url));

for (const [target, files] of Object.entries(LOOK)) {
  const command = ['convert', SITE, '--to', target, '--out', `out/${target}`];
  const run = spawnSync(process.execPath, ['bin/decant.js', ...command], { cwd: root, encoding: 'utf8' });
  console.log(`$ decant ${command.join(' ')}`);
  // 1 means findings, which are part of the report; its last lines sum it up.
  if (run.status !== 0 && run.status !== 1) {
    console.error(run.stderr);
    process.exit(run.status ?? 3);
  }
  console.log(run.stdout.trimEnd().split('\n').slice(-2).join('\n'));
  console.log(`Look at ${files}\n`);
}
console.log('What became of every shortcode, argument, field and element is in ledger.json beside them.');
