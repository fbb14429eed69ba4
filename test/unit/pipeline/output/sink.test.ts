import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Sink, SinkOptions } from '../../../../src/pipeline/output/sink.ts';
import { deliver } from '../../../../src/pipeline/output/delivery.ts';
import { hashOf } from '../../../../src/pipeline/output/fingerprint.ts';
import { openSink } from '../../../../src/pipeline/output/sink.ts';

let out: string;

const get = (path: string): string => readFileSync(join(out, path), 'utf8');
const edit = (path: string, text: string): void => writeFileSync(join(out, path), text);

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'decant-sink-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  out = join(folder, 'out');
});

type Files = Readonly<Record<string, string>>;

const textOf = (path: string, text: string) =>
  deliver({ path, text }, `content/${path}`, { locate: (file) => file, hashOfCopy: hashOf });

interface Outcome {
  readonly actions: readonly string[];
  readonly codes: readonly string[];
  readonly stale: readonly string[];
}

const summary = (sink: Sink, codes: readonly string[]): Outcome => ({
  actions: sink.records.map(({ action, path }) => `${action} ${path}`),
  codes,
  stale: sink.stale(),
});

/** One run that writes some files. */
function run(files: Files, { prune = false, ...options }: Partial<SinkOptions> & { prune?: boolean } = {}): Outcome {
  const sink = openSink({ out, planOnly: false, edits: 'merge', ...options });
  try {
    const found = Object.entries(files).flatMap(([path, text]) => sink.put(textOf(path, text)));
    sink.flush();
    if (prune) found.push(...sink.prune());
    return summary(
      sink,
      found.map(({ code }) => code),
    );
  } finally {
    sink.close();
  }
}

/** A run that is killed: the sink is never closed. Its lock would be that of this process, which lives. */
function killed(files: Files): void {
  const sink = openSink({ out, planOnly: false, edits: 'merge' });
  for (const [path, text] of Object.entries(files)) sink.put(textOf(path, text));
  sink.flush();
  rmSync(join(out, '.decant/lock'));
}

const BASE = 'one\ntwo\nthree\nfour\nfive\n';

describe('a file that was edited by hand', () => {
  it('keeps the edit while its source is the same', () => {
    run({ 'a.mdx': BASE });
    edit('a.mdx', BASE.replace('two', 'zwei'));
    expect(run({ 'a.mdx': BASE })).toEqual({ actions: ['keep a.mdx'], codes: [], stale: [] });
    expect(get('a.mdx')).toContain('zwei');
  });

  it('is merged with a change elsewhere, time and again', () => {
    run({ 'a.mdx': BASE });
    edit('a.mdx', BASE.replace('two', 'zwei'));
    const second = BASE.replace('five', 'fünf');
    expect(run({ 'a.mdx': second })).toEqual({ actions: ['merge a.mdx'], codes: ['output-merged'], stale: [] });
    expect(get('a.mdx')).toBe('one\nzwei\nthree\nfour\nfünf\n');
    expect(run({ 'a.mdx': second }).actions).toEqual(['keep a.mdx']);
    expect(run({ 'a.mdx': second.replace('four', 'vier') }).actions).toEqual(['merge a.mdx']);
    expect(get('a.mdx')).toBe('one\nzwei\nthree\nvier\nfünf\n');
  });

  it('is left alone where both sides changed a line, until it is settled', () => {
    run({ 'a.mdx': BASE });
    edit('a.mdx', BASE.replace('two', 'zwei'));
    const changed = { 'a.mdx': BASE.replace('two', 'deux') };
    for (const _ of [1, 2]) {
      expect(run(changed)).toEqual({ actions: ['refuse a.mdx'], codes: ['output-edited-file'], stale: [] });
    }
    expect(get('a.mdx')).toContain('zwei');
    edit('a.mdx', changed['a.mdx']);
    expect(run(changed)).toEqual({ actions: ['unchanged a.mdx'], codes: [], stale: [] });
  });

  it('stays or goes as it is told', () => {
    run({ 'a.mdx': BASE });
    edit('a.mdx', BASE.replace('two', 'zwei'));
    const second = { 'a.mdx': BASE.replace('five', 'fünf') };
    expect(run(second, { edits: 'keep' })).toEqual({ actions: ['keep a.mdx'], codes: ['output-edit-kept'], stale: [] });
    expect(get('a.mdx')).toContain('five');
    expect(run(second, { edits: 'overwrite' }).actions).toEqual(['write a.mdx']);
    expect(get('a.mdx')).toBe(second['a.mdx']);
  });

  it('comes back where it was deleted', () => {
    run({ 'a.mdx': BASE });
    rmSync(join(out, 'a.mdx'));
    expect(run({ 'a.mdx': BASE }).actions).toEqual(['write a.mdx']);
    expect(get('a.mdx')).toBe(BASE);
  });
});

describe('what nothing makes any more', () => {
  it('is named, and removed with --prune together with folders that are empty then', () => {
    run({ 'a.mdx': BASE, 'sub/deep/b.mdx': BASE });
    expect(run({ 'a.mdx': BASE }).stale).toEqual(['sub/deep/b.mdx']);
    expect(run({ 'a.mdx': BASE }, { prune: true, planOnly: true }).actions).toContain('remove sub/deep/b.mdx');
    expect(existsSync(join(out, 'sub/deep/b.mdx'))).toBe(true);
    const pruned = run({ 'a.mdx': BASE }, { prune: true });
    expect(pruned).toEqual({ actions: ['unchanged a.mdx', 'remove sub/deep/b.mdx'], codes: [], stale: [] });
    expect(readdirSync(out).toSorted()).toEqual(['.decant', 'a.mdx']);
    expect(run({ 'a.mdx': BASE }).stale).toEqual([]);
  });

  it('stays where it was edited by hand: output-stale-edited', () => {
    run({ 'a.mdx': BASE, 'b.mdx': BASE });
    edit('b.mdx', 'mine');
    expect(run({ 'a.mdx': BASE }, { prune: true }).codes).toEqual(['output-stale-edited']);
    expect(get('b.mdx')).toBe('mine');
  });
});

describe('a run that was cut short', () => {
  it('is no reason to take its files for edited ones', () => {
    run({ 'a.mdx': BASE });
    killed({ 'a.mdx': `${BASE}six\n`, 'b.mdx': BASE });
    expect(run({ 'a.mdx': `${BASE}seven\n`, 'b.mdx': BASE })).toEqual({
      actions: ['write a.mdx', 'unchanged b.mdx'],
      codes: [],
      stale: [],
    });
  });

  it('may have noted a file and not got to writing it', () => {
    run({ 'a.mdx': BASE });
    killed({ 'a.mdx': `${BASE}six\n` });
    edit('a.mdx', BASE);
    expect(run({ 'a.mdx': `${BASE}six\n` }).actions).toEqual(['write a.mdx']);
    expect(get('a.mdx')).toContain('six');
  });

  it('leaves neither temporary files nor half lines that count', () => {
    run({ 'a.mdx': BASE });
    killed({ 'b.mdx': BASE });
    mkdirSync(join(out, '.decant/tmp'), { recursive: true });
    writeFileSync(join(out, '.decant/tmp/file'), 'half');
    appendFileSync(join(out, '.decant/journal.ndjson'), '{"path":"c.m');
    mkdirSync(join(out, '.decant/cache'), { recursive: true });
    appendFileSync(join(out, '.decant/cache/texts-next.index'), `${hashOf('x')} 3`);
    run({ 'a.mdx': BASE, 'b.mdx': BASE });
    edit('b.mdx', `${BASE}six\n`);
    expect(run({ 'a.mdx': BASE, 'b.mdx': `zero\n${BASE}` }).actions).toEqual(['unchanged a.mdx', 'merge b.mdx']);
    expect(readdirSync(join(out, '.decant')).toSorted()).toEqual([...COMMITTED, 'cache'].toSorted());
    expect(readdirSync(join(out, '.decant/cache'))).toEqual([]);
  });
});

/** What belongs into the repository of the new site. */
const COMMITTED = ['.gitattributes', '.gitignore', 'base.pack', 'manifest.json'];

const committed = (): string[] => COMMITTED.map((name) => readFileSync(join(out, '.decant', name), 'latin1'));

describe('the store', () => {
  it('forgets what nobody needs', () => {
    const large = (word: string): string => `${word}\n`.repeat(20_000);
    for (const word of ['one', 'two', 'three']) run({ 'a.mdx': large(word), 'b.mdx': BASE });
    expect(readFileSync(join(out, '.decant/base.pack')).length).toBeLessThan(large('three').length + 1000);
    edit('b.mdx', `${BASE}six\n`);
    const actions = ['unchanged a.mdx', 'merge b.mdx'];
    expect(run({ 'a.mdx': large('three'), 'b.mdx': `zero\n${BASE}` }).actions).toEqual(actions);
  });

  it('has the same bytes whichever way a folder has come to its files', () => {
    run({ 'b.mdx': 'b\n', 'a.mdx': 'a\n' });
    const once = committed();
    rmSync(out, { recursive: true });
    run({ 'a.mdx': 'old\n', 'c.mdx': 'c\n' });
    run({ 'a.mdx': 'a\n' }, { prune: true });
    run({ 'a.mdx': 'a\n', 'b.mdx': 'b\n' });
    expect(committed()).toEqual(once);
  });

  it('does without texts that are damaged', () => {
    run({ 'a.mdx': BASE, 'b.mdx': `${BASE}b\n` });
    const pack = join(out, '.decant/base.pack');
    for (const text of ['', 'something else', readFileSync(pack, 'latin1').slice(0, -3)]) {
      writeFileSync(pack, text, 'latin1');
      edit('b.mdx', `${BASE}six\n`);
      expect(run({ 'a.mdx': BASE, 'b.mdx': `zero\n${BASE}` }).actions).toEqual(['unchanged a.mdx', 'refuse b.mdx']);
    }
  });
});

describe('the output folder', () => {
  it('is no way out of it', () => {
    const elsewhere = join(out, '../elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'a.mdx'), 'theirs');
    mkdirSync(out);
    symlinkSync(elsewhere, join(out, 'sub'));
    symlinkSync(join(elsewhere, 'a.mdx'), join(out, 'a.mdx'));
    expect(() => run({ 'sub/a.mdx': BASE })).toThrow('is not below');
    expect(() => run({ '../elsewhere/a.mdx': BASE })).toThrow('is not below');
    expect(run({ 'a.mdx': BASE }, { edits: 'overwrite' }).codes).toEqual(['output-foreign-file']);
    expect(readFileSync(join(elsewhere, 'a.mdx'), 'utf8')).toBe('theirs');
  });

  it('says what the machine refuses, and knows what it had written', () => {
    mkdirSync(out);
    const sink = openSink({ out, planOnly: false, edits: 'merge' });
    sink.put(textOf('a.mdx', BASE));
    sink.put(textOf('sub/b.mdx', BASE));
    edit('sub', 'a file where a folder should be');
    expect(() => sink.flush()).toThrow(/sub/);
    sink.close();
    expect(Object.keys(JSON.parse(get('.decant/manifest.json')).files)).toEqual(['a.mdx']);
    expect(get('a.mdx')).toBe(BASE);
    // The next run names the file that stands in the way.
    expect(run({ 'a.mdx': BASE, 'sub/b.mdx': BASE }).codes).toEqual(['output-foreign-file']);
  });
});
