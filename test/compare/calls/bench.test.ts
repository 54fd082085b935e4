import assert from 'node:assert/strict';
import { readdirSync, readlinkSync } from 'node:fs';
import { asFd, close } from '../../../lib';
import { callExperiment } from '../../../lib/compare/calls';
import { getAffinity, hasAffinity } from '../../../lib/compare/calls/affinity';
import { openFds } from '../open-fds';

/** The descriptors that are sockets. */
function sockets(): string[] {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith('socket:');
    } catch {
      // That of the listing is gone.
      return false;
    }
  });
}

describe('CallBench', () => {
  it('puts everything else back if a part of it can’t be closed', async function () {
    if (!hasAffinity) return this.skip();
    const affinity = getAffinity();
    const cpu = affinity[0]!;
    const opened = openFds();
    const bench = await callExperiment({
      sizes: [1],
      transports: ['socketpair', 'unix-dgram'],
      cpus: [cpu, cpu],
    }).open();
    const before = sockets();
    await bench.renew();
    const [first] = sockets().filter((fd) => !before.includes(fd));
    close(asFd(Number(first)));
    await assert.rejects(async () => bench.close(), { syscall: 'close', code: 'EBADF' });
    assert.deepEqual(getAffinity(), affinity);
    assert.equal(openFds(), opened);
  });
});
