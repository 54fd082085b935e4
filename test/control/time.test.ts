import assert from 'node:assert/strict';
import {
  SOF_TIMESTAMPING_RX_SOFTWARE,
  SOF_TIMESTAMPING_SOFTWARE,
  SOL_SOCKET,
  SO_TIMESTAMP,
  SO_TIMESTAMPING,
  SO_TIMESTAMPING_NEW,
  SO_TIMESTAMPNS,
  SO_TIMESTAMPNS_NEW,
  SO_TIMESTAMP_NEW,
  SO_TXTIME,
  setsockopt,
} from '../../lib';
import * as raw from '../../lib/raw';
import { withPair } from '../helpers/kinds';
import { eventually, receive, send, withOpenPair } from './exchange';

const CLOCK_MONOTONIC = 1;

function isNow(seconds: number): void {
  assert.ok(Math.abs(seconds - Date.now() / 1000) < 60, `${seconds}`);
}

describe('control messages about time', () => {
  for (const kind of ['UDP over IPv4', 'UDP over IPv6', 'unix datagram pair']) {
    for (const option of [SO_TIMESTAMP, SO_TIMESTAMP_NEW]) {
      it(`SCM_TIMESTAMP (${option}) over ${kind}: when it arrived`, async () => {
        await withOpenPair(kind, async (pair) => {
          setsockopt(pair.b, SOL_SOCKET, option as number, Int32Array.of(1));
          const { time, type } = await eventually(pair, 'SCM_TIMESTAMP');
          assert.equal(type, option);
          isNow(time.seconds);
          assert.ok(time.microseconds >= 0 && time.microseconds < 1e6);
        });
      });
    }

    for (const option of [SO_TIMESTAMPNS, SO_TIMESTAMPNS_NEW]) {
      it(`SCM_TIMESTAMPNS (${option}) over ${kind}: when it arrived`, async () => {
        await withOpenPair(kind, async (pair) => {
          setsockopt(pair.b, SOL_SOCKET, option as number, Int32Array.of(1));
          const { time, type } = await eventually(pair, 'SCM_TIMESTAMPNS');
          assert.equal(type, option);
          isNow(time.seconds);
          assert.ok(time.nanoseconds >= 0 && time.nanoseconds < 1e9);
        });
      });
    }

    // The packets of a unix socket get no stamp until they are asked for one by the other two.
    for (const option of kind.startsWith('UDP') ? [SO_TIMESTAMPING, SO_TIMESTAMPING_NEW] : []) {
      it(`SCM_TIMESTAMPING (${option}) over ${kind}: when it arrived`, async () => {
        await withOpenPair(kind, async (pair) => {
          const flags = SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE;
          setsockopt(pair.b, SOL_SOCKET, option as number, Int32Array.of(flags));
          const { software, deprecated, hardware, type } = await eventually(pair, 'SCM_TIMESTAMPING');
          assert.equal(type, option);
          isNow(software.seconds);
          assert.deepEqual([deprecated, hardware], new Array(2).fill({ seconds: 0, nanoseconds: 0 }));
        });
      });
    }
  }

  it('SCM_TXTIME: the time to send at, where SO_TXTIME allows it', function () {
    withPair('UDP over IPv4', ({ a, b }) => {
      const nanoseconds = process.hrtime.bigint();
      assert.throws(() => send(a, 'x', { name: 'SCM_TXTIME', nanoseconds }), { code: 'EINVAL' });
      const set = raw.setsockopt(a, SOL_SOCKET, SO_TXTIME, Int32Array.of(CLOCK_MONOTONIC, 0));
      assert.equal(set, 0);
      send(a, 'at its time', { name: 'SCM_TXTIME', nanoseconds });
      assert.equal(receive(b).length, 11);
    });
  });
});
