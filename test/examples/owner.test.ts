import assert from 'node:assert/strict';
import { linesOf, run } from './run';

describe('examples/owner', () => {
  it('talks, closes once, and shows what a closed Socket answers', async () => {
    const lines = linesOf(await run('owner/main.ts'));
    assert.match(lines[0]!, /^from port \d+: What time is it\?$/);
    assert.deepEqual(lines.slice(1), [
      'the answer: Time to close.',
      "the number of the server is another's now: true",
      'the closed server says EBADF, of the descriptor -1',
    ]);
  });
});
