import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { interrupt, terminate } from '../../lib';
import { kinds } from './fixtures/kinds';
import { type Blocked, start } from './fixtures/start';

/** Interrupts a thread as soon as it is in a call. */
async function interruptOnce(thread: Parameters<typeof interrupt>[0]): Promise<void> {
  while (!interrupt(thread)) await setTimeout(1);
}

describe('interrupt()', () => {
  for (const kind of Object.keys(kinds)) {
    it(`makes a blocked ${kind} answer EINTR, and the thread goes on`, async () => {
      const blocked: Blocked = await start(kind, kind === 'close' ? 1 : Infinity);
      await interruptOnce(blocked.worker);
      // A close that lingers has closed the descriptor by then, and says so.
      assert.equal(await blocked.answer(), kind === 'close' ? undefined : 'EINTR');
      if (kind !== 'close') {
        await interruptOnce(blocked.worker.threadId);
        assert.equal(await blocked.answer(), 'EINTR');
      }
      await terminate(blocked.worker);
      assert.equal(interrupt(blocked.worker), false);
      blocked.closeAll();
    });
  }
});
