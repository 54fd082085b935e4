import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PeerKind, TransportName } from '../../../../lib/compare/calls/conditions';
import { measureFixedRate, measurePingPong, measureThroughput } from '../../../../lib/compare/calls/mode';
import { Peer, PeerError } from '../../../../lib/compare/calls/peer';
import { socketpair, AF_UNIX, SOCK_DGRAM, close } from '../../../../lib';
import { setSlice } from '../../../../lib/compare/calls/party';
import type { Counts } from '../../../../lib/compare/experiment';
import { ended, runs } from '../../../helpers/processes';
import { openFds } from '../../open-fds';
import { clock, exchangeOver, killLater, pidOf, withLink } from './parts';

const KINDS: readonly PeerKind[] = ['thread', 'process'];

/** Measures until a block fails, for the signal comes when it comes. */
async function untilFailed(measure: () => Promise<Counts>): Promise<Counts> {
  for (;;) {
    const counts = await measure();
    if (counts.error !== undefined) return counts;
  }
}

/** The first thread and the first child of a process, and its first wait, open what stays. */
async function openWhatStays(): Promise<void> {
  for (const kind of KINDS) await (await Peer.start(kind, null)).close();
}

describe('Peer', function () {
  this.timeout(60_000);

  before(openWhatStays);

  for (const kind of KINDS) {
    it(`is started as a ${kind}, does its part, and is gone in the end`, async () => {
      const before = openFds();
      let pid = 0;
      await withLink(kind, 'socketpair', async (link) => {
        if (kind === 'process') pid = pidOf(link.peer);
        const { calls, error, extra } = await measurePingPong(exchangeOver(link, 20), clock);
        assert.deepEqual([calls, error], [20, undefined]);
        assert.equal(extra!['bytes'], 2 * 64 * 20);
      });
      assert.equal(openFds(), before);
      if (kind === 'process') assert.equal(runs(pid), false);
    });

    it(`that is a ${kind} takes other ends, and gives those of before back`, async () => {
      await withLink(kind, 'socketpair', async (link) => {
        const before = openFds();
        for (let times = 0; times < 100; times++) {
          const [near, far] = socketpair(AF_UNIX, SOCK_DGRAM);
          for (const end of [near, far]) setSlice(end);
          await link.peer.take([far]);
          const { calls } = await measurePingPong(exchangeOver({ ...link, near }, 3), clock);
          assert.equal(calls, 3);
          close(near);
          if (kind === 'thread') close(far);
        }
        assert.equal(openFds(), before);
      });
    });

    it(`that is a ${kind} is closed twice without harm`, async () => {
      const peer = await Peer.start(kind, null);
      await peer.close();
      await peer.close();
    });

    it(`that is a ${kind} names a processor that is missing, and leaves nothing`, async () => {
      const before = openFds();
      await assert.rejects(
        Peer.start(kind, 4095),
        (error) => error instanceof PeerError && /^the peer .*processors.*Received 4095/.test(error.message),
      );
      assert.equal(openFds(), before);
    });

    it(`that is a ${kind} and can't start says why, and leaves nothing`, async () => {
      const before = openFds();
      const { execArgv } = process;
      process.execArgv = ['-r', '/nowhere/at-all.js'];
      try {
        await assert.rejects(
          Peer.start(kind, null),
          (error) =>
            error instanceof PeerError &&
            /^the peer .*: (Error: )?Cannot find module '\/nowhere\/at-all.js'.* before it was ready$/s.test(
              error.message,
            ),
        );
      } finally {
        process.execArgv = execArgv;
      }
      assert.equal(openFds(), before);
    });

    it(`that is a ${kind} and makes a call that fails says which`, async () => {
      await withLink(kind, 'udp', async (link) => {
        // Its answer is longer than any datagram, and this end does not wait for it.
        const { error } = await measurePingPong(exchangeOver(link, 1, 70_000, 'send'), clock);
        assert.match(error!.message, /send EMSGSIZE/);
      });
    });

    it(`that is a ${kind} is given up when no message comes, and does its part afterwards`, async () => {
      await withLink(kind, 'udp', async (link) => {
        // Nobody is at the other end of these.
        const [near, elsewhere] = socketpair(AF_UNIX, SOCK_DGRAM);
        for (const end of [near, elsewhere]) setSlice(end);
        const { calls, failed, extra, error } = await measurePingPong(exchangeOver({ ...link, near }, 5), clock);
        assert.deepEqual([calls, failed, extra], [0, 1, { ...extra, lost: 1 }]);
        assert.ok(error instanceof PeerError);
        assert.match(error.message, /^1 of 1 messages were lost on their way$/);
        close(near);
        close(elsewhere);
        const again = await measurePingPong(exchangeOver(link, 5), clock);
        assert.deepEqual([again.calls, again.error], [5, undefined]);
      });
    });
  }
});

describe('A peer process that is killed', function () {
  this.timeout(60_000);

  before(openWhatStays);

  const rate = 1000;
  const modes = {
    'ping-pong': (exchange: Parameters<typeof measurePingPong>[0]) => measurePingPong(exchange, clock),
    throughput: measureThroughput,
    'fixed-rate': (exchange: Parameters<typeof measureFixedRate>[0]) => measureFixedRate(exchange, rate),
  };
  for (const [mode, measure] of Object.entries(modes)) {
    for (const name of ['tcp', 'unix-dgram', 'udp'] satisfies TransportName[]) {
      // In throughput one of them sends, and the other receives.
      for (const arm of mode === 'throughput' ? ['write', 'read'] : ['write']) {
        it(`ends a block of ${mode} by ${arm}() over ${name}, and is named`, async () => {
          const before = openFds();
          await withLink('process', name, async (link) => {
            const pid = pidOf(link.peer);
            const killed = killLater(pid, 'KILL');
            const { error, failed } = await untilFailed(() => measure(exchangeOver(link, 500, 64, arm)));
            await killed;
            assert.ok(error instanceof PeerError);
            assert.equal(error.message, `the peer process (pid ${pid}) was ended by SIGKILL in the middle of a block`);
            assert.equal(failed, 1);
          });
          assert.equal(openFds(), before);
        });
      }
    }
  }

  it('is not ended by Ctrl-C, which goes to all processes of a terminal', async () => {
    await withLink('process', 'tcp', async (link) => {
      let over = false;
      const interrupted = killLater(pidOf(link.peer), 'INT').then(() => (over = true));
      while (!over) {
        const { calls, error } = await measurePingPong(exchangeOver(link, 500), clock);
        assert.deepEqual([calls, error], [500, undefined]);
        // A child's end is told by the event loop.
        await setImmediate();
      }
      await interrupted;
      assert.ok(runs(pidOf(link.peer)));
    });
  });

  it('between two blocks is named at the next one', async () => {
    await withLink('process', 'tcp', async (link) => {
      const pid = pidOf(link.peer);
      process.kill(pid, 'SIGKILL');
      const { error } = await untilFailed(() => measurePingPong(exchangeOver(link, 5), clock));
      assert.match(error!.message, /was ended by SIGKILL/);
      await assert.rejects(
        link.peer.take([]),
        /^Error: the peer process \(pid \d+\) was ended by SIGKILL before a round/,
      );
    });
  });
});

describe('A peer process that is stopped', function () {
  this.timeout(120_000);

  before(openWhatStays);

  it('is given up, named, and gone in the end', async () => {
    const before = openFds();
    let pid = 0;
    // Where a message may be lost, nobody waits long for one.
    await withLink('process', 'udp', async (link) => {
      pid = pidOf(link.peer);
      const stopped = killLater(pid, 'STOP');
      const { error, failed } = await untilFailed(() => measurePingPong(exchangeOver(link, 500), clock));
      await stopped;
      assert.ok(error instanceof PeerError);
      assert.equal(error.message, `the peer process (pid ${pid}) does not answer in the middle of a block`);
      assert.equal(failed, 1);
    });
    assert.ok(!runs(pid));
    assert.equal(openFds(), before);
  });
});

describe('A process that measures', function () {
  this.timeout(60_000);
  for (const signal of ['SIGKILL', 'exit'] as const) {
    it(`leaves no peer process behind, when it ends by ${signal}`, async () => {
      const program = join(__dirname, 'fixtures', 'measure.ts');
      const child = spawn(process.execPath, ['-r', 'ts-node/register', program, signal], {
        stdio: ['ignore', 'pipe', 2],
      });
      const lines = createInterface(child.stdout!);
      const [line] = (await once(lines, 'line')) as [string];
      const pid = Number(line);
      assert.ok(runs(pid));
      if (signal === 'SIGKILL') child.kill('SIGKILL');
      await once(child, 'close');
      // It is nobody's child any more, so there is no event to wait for.
      await ended([pid]);
    });
  }
});
