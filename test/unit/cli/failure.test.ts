import { expect, it, vi } from 'vitest';
import { reportFailure } from '../../../src/cli/failure.ts';
import { LockedError } from '../../../src/pipeline/output/lock.ts';

it('says without a stack that another run has the folder', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = reportFailure(new LockedError('out/.decant/lock', { pid: 7, host: 'reef' }));
  expect([code, write.mock.calls]).toEqual([
    2,
    [['error: another run of decant (process 7 on reef) writes here; if it is gone, delete out/.decant/lock\n']],
  ]);
  write.mockRestore();
});
