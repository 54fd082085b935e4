import assert from 'node:assert/strict';
import { linesOf, run } from './run';

describe('examples/blocking-pair', () => {
  it('serves a client in the same process, and is stopped while it waits for the next', async () => {
    const lines = linesOf(await run('blocking-pair/main.ts', 'a', 'longer'));
    assert.deepEqual(lines, ['a -> A', 'longer -> LONGER', 'the server: ERR_STOPPED']);
  });
});
