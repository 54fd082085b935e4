import assert from 'node:assert/strict';
import { getAffinity } from '../../../../lib/compare/calls/affinity';
import { callExperiment } from '../../../../lib/compare/calls';
import { CallBench } from '../../../../lib/compare/calls/bench';
import { checkCallOptions } from '../../../../lib/compare/calls/check';
import { cellsOf } from '../../../../lib/compare/calls/cells';
import type { CallCell, CallOptions, Mode, PeerKind } from '../../../../lib/compare/calls/conditions';
import type { Stall } from '../../../../lib/compare/calls/party';
import { transportNames, transports } from '../../../../lib/compare/calls/transport';
import type { Bench, Counts } from '../../../../lib/compare/experiment';
import { skipFor } from '../../../helpers/namespace';
import { openFds } from '../../open-fds';

const MODES: readonly Mode[] = ['call', 'eagain', 'ping-pong', 'throughput', 'fixed-rate'];
const EVERYTHING = {
  modes: MODES,
  transports: transportNames,
  sizes: [1, 5000],
  blocking: [true, false],
  rate: 2000,
};
const CALLS = 30;
const UNTIMED = 16;

/** What arrives in a block in which nothing goes wrong. */
function bytesOf({ mode, size }: CallCell): number | undefined {
  if (mode === 'call' || mode === 'eagain') return undefined;
  return size * (mode === 'throughput' ? CALLS : 2 * CALLS);
}

function checkCounts(
  cell: CallCell,
  arm: string,
  { calls, total, short, failed, error, extra = {}, samples }: Counts,
): void {
  const where = `${arm} ${JSON.stringify(cell)}`;
  assert.deepEqual(
    [calls, failed, error, extra['bytes'], extra['lost']],
    [CALLS, 0, undefined, bytesOf(cell), undefined],
    where,
  );
  assert.ok(total > 0, where);
  // Only a stream may come in pieces, and only where nobody waits for the whole of it.
  const inPieces = !transports[cell.transport].bounds && cell.mode !== 'call' && cell.mode !== 'eagain';
  if (!inPieces) assert.equal(short + (extra['otherShort'] ?? 0), 0, where);
  const kinds = { throughput: undefined, 'fixed-rate': ['corrected', 'uncorrected'] }[cell.mode as string] ?? ['value'];
  if (cell.mode === 'throughput') return;
  for (const kind of kinds) assert.equal(samples![kind]!.length >= CALLS, true, where);
  for (const kind of kinds)
    assert.ok(
      samples![kind]!.subarray(0, CALLS).every((value) => value >= 0),
      where,
    );
}

async function withBench(
  given: Partial<CallOptions>,
  use: (bench: Bench, options: CallOptions) => Promise<void>,
  stall?: Stall,
): Promise<void> {
  const options = checkCallOptions(given);
  const bench = await CallBench.open(options, cellsOf(options), stall);
  try {
    await bench.renew();
    await use(bench, options);
  } finally {
    await bench.close();
  }
}

async function measureAll(given: Partial<CallOptions>): Promise<number> {
  const experiment = callExperiment(given);
  let blocks = 0;
  await withBench(given, async (bench) => {
    for (const cell of experiment.cells) {
      const { baseline, candidates } = experiment.contest(cell);
      for (const arm of [baseline, ...candidates]) {
        checkCounts(cell as CallCell, arm, await bench.measure(cell, arm, experiment.views(cell)[0]!, CALLS));
        blocks++;
      }
    }
  });
  return blocks;
}

describe('The experiment on calls', function () {
  this.timeout(120_000);

  before(async () => {
    // The first thread and the first child of a process, and its first wait, open what stays.
    for (const peer of ['thread', 'process'] as const) {
      await withBench({ modes: ['ping-pong'], transports: ['socketpair'], sizes: [1], peer }, async () => {});
    }
  });

  for (const peer of ['thread', 'process'] satisfies PeerKind[]) {
    for (const [where, cpus] of [
      ['anywhere', null],
      ['on one processor', [0, 0]],
      ['on two processors', [0, 1]],
    ] as const) {
      it(`counts right in every mode over every transport, with a peer ${peer} ${where}`, async function () {
        const affinity = getAffinity();
        if (!(cpus ?? []).every((cpu) => affinity.includes(cpu))) {
          return skipFor(this, `only processors ${affinity.join(', ')} are here`);
        }
        const before = openFds();
        const blocks = await measureAll({ ...EVERYTHING, peer, cpus });
        // In eagain descriptors do not block, and UDP never refuses to send.
        assert.equal(blocks, 4 * 7 * 2 * 4 * 2 + 7 * 2 * 4 - 2 * 2);
        assert.equal(openFds(), before);
        assert.deepEqual(getAffinity(), affinity);
        return undefined;
      });
    }
  }

  it('renews its pairs, and leaves none of before', async () => {
    await withBench({ modes: ['call', 'throughput'], transports: ['tcp', 'udp'], peer: 'thread' }, async (bench) => {
      const before = openFds();
      for (let times = 0; times < 10; times++) await bench.renew();
      assert.equal(openFds(), before);
    });
  });

  it('measures large messages, which streams take in pieces, and counts the pieces', async () => {
    const size = 8 * 1024 * 1024;
    const given = { modes: ['throughput'], transports: ['tcp', 'unix'], sizes: [size], peer: 'thread' } as const;
    for (const blocking of [true, false]) {
      await withBench({ ...given, blocking: [blocking] }, async (bench, options) => {
        for (const cell of cellsOf(options)) {
          const { calls, short, extra, error } = await bench.measure(
            cell,
            cell.direction === 'send' ? 'write' : 'read',
            'elapsed',
            3,
          );
          assert.deepEqual([calls, error, extra!['bytes']], [3, undefined, 3 * size]);
          assert.ok(short + (extra!['otherShort'] ?? 0) > 0);
          if (!blocking) assert.ok(extra!['eagain']! > 0);
        }
      });
    }
  });

  it('loses no datagram in throughput, however small the buffers are', async () => {
    const socket = { nodelay: true, sndbuf: null, rcvbuf: 3000, busyPoll: null };
    await withBench(
      { modes: ['throughput'], transports: ['udp'], sizes: [1, 1000], socket },
      async (bench, options) => {
        for (const cell of cellsOf(options)) {
          const { calls, extra, error } = await bench.measure(
            cell,
            cell.direction === 'send' ? 'send' : 'recv',
            'elapsed',
            3000,
          );
          assert.deepEqual([calls, error, extra!['lost']], [3000, undefined, undefined]);
        }
      },
    );
  });

  it('shows coordinated omission: a peer that stops once delays all requests that were due meanwhile', async () => {
    const requests = 300;
    const stall = { at: UNTIMED + 50, ms: 100 };
    await withBench(
      { modes: ['fixed-rate'], transports: ['unix'], sizes: [64], rate: 1000, peer: 'thread' },
      async (bench, options) => {
        const { samples } = await bench.measure(cellsOf(options)[0]!, 'send', 'elapsed', requests);
        const percentile = (kind: string, share: number): number =>
          [...samples![kind]!].sort((a, b) => a - b)[Math.floor(share * requests)]!;
        // The request that met the stop is one of 300, and another 100 had to wait for it.
        assert.ok(Math.max(...samples!['uncorrected']!) >= 100e6);
        const [corrected, uncorrected] = [percentile('corrected', 0.8), percentile('uncorrected', 0.8)];
        assert.ok(corrected > 10e6, `${corrected} ns corrected`);
        assert.ok(corrected > 10 * uncorrected, `${corrected} ns corrected, ${uncorrected} uncorrected`);
      },
      stall,
    );
  });

  it('has new pairs after a block that failed', async () => {
    // Stops for longer than a peer is waited for where messages may be lost.
    const stall = { at: UNTIMED, ms: 6000 };
    const given = { modes: ['ping-pong', 'throughput'], transports: ['udp'], sizes: [64], peer: 'thread' } as const;
    await withBench(
      given,
      async (bench, options) => {
        const [pingPong, , throughput] = cellsOf(options);
        const { error, failed, calls } = await bench.measure(pingPong!, 'send', 'native', 10);
        assert.deepEqual([failed, calls], [1, 0]);
        assert.match(error!.message, /messages were lost|no message came/);
        checkCounts(throughput!, 'send', await bench.measure(throughput!, 'send', 'elapsed', CALLS));
      },
      stall,
    );
  });
});
