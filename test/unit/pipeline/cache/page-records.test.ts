import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  NO_RECORDS,
  openRecordWriter,
  readRecords,
  type RecordsState,
  type StoredPage,
} from '../../../../src/pipeline/cache/page-records.ts';
import { openRecordAdditions, type RecordAdditions } from '../../../../src/pipeline/cache/record-additions.ts';

const HEAD = { epoch: 'now', target: 'mdx' };
const none = { mapped: 0, kept: 0, dropped: 0 };
const counts = { call: none, argument: none, field: none, element: none };

let out: string;
let file: string;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'decant-records-'));
  file = join(out, '.decant/cache/pages.ndjson');
  onTestFinished(() => rmSync(out, { recursive: true }));
});

const page = (name: string) => ({ file: `content/${name}.md`, language: 'en' });

/** What a page came to that is known by a word. */
const stored = (word: string): StoredPage => ({
  record: { files: [{ path: 'a.mdx', hash: word }], diagnostics: [], counts, rules: [] },
  entries: '[]',
});

/** The word of a page's record. */
const wordOf = (found: StoredPage | undefined): string | undefined =>
  found?.record.files.flatMap((output) => ('hash' in output ? output.hash : []))[0];

function writeAll(pages: Readonly<Record<string, string>>): RecordsState {
  const writer = openRecordWriter(out, HEAD, NO_RECORDS);
  for (const [name, word] of Object.entries(pages)) writer.add(page(name), word, stored(word));
  return writer.close();
}

function patched(state: RecordsState): RecordAdditions {
  const patch = openRecordAdditions(out, HEAD, state);
  if (!patch) throw new Error('nothing to add to');
  return patch;
}

describe('the record of a page that has changed', () => {
  it('goes before the one that it had, to whoever reads one or all of them', () => {
    let state = writeAll({ one: 'old', two: 'two', é: 'é' });
    for (const word of ['newer', 'newest']) {
      const patch = patched(state);
      patch.add(page('one'), word, stored(word));
      state = patch.close();
    }
    expect(['one', 'two', 'é', 'none'].map((name) => wordOf(patched(state).last(page(name))))).toEqual([
      'newest',
      'two',
      'é',
      undefined,
    ]);
    const all = readRecords(out, HEAD, state);
    expect(wordOf(all.get(page('one'), 'newest'))).toBe('newest');
    expect(all.get(page('one'), 'old')).toBeUndefined();
    expect(wordOf(all.get(page('two'), 'two'))).toBe('two');
  });

  it('is nothing to rely on where the run was cut short, and the next one writes over it', () => {
    const state = writeAll({ one: 'old', two: 'two' });
    const cut = patched(state);
    cut.add(page('one'), 'lost', stored('lost'));
    cut.close();
    appendFileSync(file, '{"file":"content/tw');
    expect(readRecords(out, HEAD, state).get(page('one'), 'lost')).toBeUndefined();
    const patch = patched(state);
    expect(wordOf(patch.last(page('one')))).toBe('old');
    patch.add(page('two'), 'new', stored('new'));
    const next = patch.close();
    expect(statSync(file).size).toBe(Object.values(next.vouched)[0]);
    expect(wordOf(readRecords(out, HEAD, next).get(page('two'), 'new'))).toBe('new');
  });

  it('is written with all others when too much of the file is old', () => {
    let state = writeAll({ one: 'old', two: 'two' });
    let [patch, runs] = [openRecordAdditions(out, HEAD, state), 0];
    for (; patch && runs < 50; patch = openRecordAdditions(out, HEAD, state), runs++) {
      patch.add(page('one'), 'new', stored('x'.repeat(100_000)));
      state = patch.close();
    }
    expect(runs).toBeGreaterThan(5);
    expect(runs).toBeLessThan(50);
    state = writeAll({ one: 'new', two: 'two' });
    expect(statSync(file).size).toBeLessThan(5000);
    expect(openRecordAdditions(out, HEAD, state)).toBeDefined();
  });

  it('has nothing to come behind where the file is another one or a run was cut short', () => {
    const state = writeAll({ one: 'old' });
    expect(openRecordAdditions(out, { ...HEAD, epoch: 'later' }, state)).toBeUndefined();
    const next = openRecordWriter(out, HEAD, state);
    next.flush();
    expect(openRecordAdditions(out, HEAD, state)).toBeUndefined();
    next.close();
    expect(existsSync(file)).toBe(true);
    expect(openRecordAdditions(out, HEAD, state)).toBeUndefined();
  });
});

describe('the records of a run that was cut short', () => {
  it('count as far as the run had noted what they depend on', () => {
    const first = writeAll({ one: 'one', two: 'two' });
    const writer = openRecordWriter(out, HEAD, first);
    writer.add(page('one'), 'one more', stored('one more'));
    writer.flush();
    const noted = writer.state();
    writer.add(page('two'), 'two more', stored('two more'));
    writer.flush();
    const records = readRecords(out, HEAD, noted);
    expect(wordOf(records.get(page('one'), 'one more'))).toBe('one more');
    expect(records.get(page('two'), 'two more')).toBeUndefined();
    expect(wordOf(records.last(page('two')))).toBe('two more');
    expect(readRecords(out, { ...HEAD, target: 'html' }, noted).last(page('one'))).toBeUndefined();
    expect(readRecords(out, { ...HEAD, epoch: 'later' }, noted).get(page('one'), 'one more')).toBeUndefined();
  });
});
