import assert from 'node:assert/strict';
import { AF_INET, AF_XDP, SOCK_RAW, SOCK_STREAM, SOL_XDP, close, getsockopt, setsockopt, socket } from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { needs } from '../control/exchange';

// Of linux/if_xdp.h: options that have no name here, as those of SCTP, CAN, TIPC or Bluetooth have none.
const XDP_RX_RING = 2;
const XDP_STATISTICS = 7;
const XDP_OPTIONS = 8;
const ENTRIES = 64;

describe('options without a name', () => {
  it('of AF_XDP are set and read by their numbers, as bytes or integers, through every door', function () {
    const fd = needs(this, 'no AF_XDP', ['EAFNOSUPPORT', 'EPERM'], () => socket(AF_XDP, SOCK_RAW));
    try {
      setsockopt(fd, SOL_XDP, XDP_RX_RING, Int32Array.of(ENTRIES));
      assert.throws(() => setsockopt(fd, SOL_XDP, XDP_RX_RING, ENTRIES), { code: 'EINVAL' }, 'it is there already');
      const statistics = getsockopt(fd, SOL_XDP, XDP_STATISTICS, 48);
      assert.deepEqual([...statistics], new Array(statistics.length).fill(0));
      assert.ok(statistics.length >= 24);
      assert.equal(getsockopt(fd, SOL_XDP, XDP_OPTIONS), 0);
      const asked = result.getsockopt(fd, SOL_XDP, XDP_STATISTICS, 48);
      assert.ok(asked.ok && asked.value.length === statistics.length);
      assert.equal(raw.getsockopt(fd, SOL_XDP, XDP_STATISTICS, new Uint8Array(48)), statistics.length);
      assert.throws(() => getsockopt(fd, SOL_XDP, XDP_STATISTICS), { code: 'ERR_INVALID_ARG_VALUE' });
      assert.throws(() => setsockopt(fd, SOL_XDP, XDP_RX_RING, { entries: 64 } as never), {
        code: 'ERR_INVALID_ARG_TYPE',
      });
    } finally {
      close(fd);
    }
  });

  it('at a level that a socket lacks reach the kernel, which says so', () => {
    const fd = socket(AF_INET, SOCK_STREAM);
    try {
      for (const level of [SOL_XDP, 101, 132, 271]) {
        assert.throws(() => getsockopt(fd, level, 1, 16), { code: /^(ENOPROTOOPT|EOPNOTSUPP)$/ });
        assert.throws(() => setsockopt(fd, level, 1, new Uint8Array(16)), { code: /^(ENOPROTOOPT|EOPNOTSUPP)$/ });
      }
    } finally {
      close(fd);
    }
  });
});
