import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { PeerKind } from '../../../../lib/compare/calls/conditions';
import type { Outcome } from './fixtures/exhausted';

const reasons: Readonly<Record<PeerKind, RegExp>> = {
  thread: /^PeerError: the peer thread failed: .*EMFILE.* before it was ready$/,
  process: /^PeerError: the peer process could not be started: spawn .* EMFILE$/,
};

describe('A peer for which there are no descriptors', function () {
  this.timeout(60_000);
  for (const kind of ['thread', 'process'] satisfies PeerKind[]) {
    it(`is not started as a ${kind}, says why, and leaves no control descriptors`, () => {
      const script = 'ulimit -n 128 && exec "$0" -r ts-node/register "$@"';
      const program = join(__dirname, 'fixtures', 'exhausted.ts');
      // Each peer compiles what it runs.
      const env = { ...process.env, TS_NODE_TRANSPILE_ONLY: 'true' };
      const child = spawnSync('sh', ['-c', script, process.execPath, program, kind], { encoding: 'utf8', env });
      assert.equal(child.status, 0, child.stderr);
      const outcomes = JSON.parse(child.stdout) as readonly Outcome[];
      assert.ok(outcomes.length > 3);
      assert.equal(outcomes.at(-1)!.failed, undefined);
      for (const { room, left, failed } of outcomes.slice(0, -1)) {
        if (room < 2) assert.equal(failed, 'SyscallError: socketpair EMFILE');
        else assert.match(failed!, reasons[kind]);
        // Node keeps one itself if there are none left when it is halfway through.
        assert.ok(left <= 1, `${left} are left behind with room for ${room}`);
      }
    });
  }
});
