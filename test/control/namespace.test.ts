import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  AF_NETLINK,
  type ReceivedControlMessage,
  SOCK_RAW,
  SOL_NETLINK,
  NETLINK_PKTINFO,
  asFd,
  close,
  sendmsg,
  socket,
} from '../../lib';
import { DEADLINE_MS, inNamespace, noNamespace } from '../helpers/namespace';
import { LO, find, receive, skip, turnOn } from './exchange';

const RTM_GETLINK = 18;
const NLM_F_REQUEST = 1;

/** What a program of fixtures/ printed in a network namespace of its own. */
function seenBy<T>(context: Mocha.Context, program: string, script = 'exec "$@"'): T {
  context.timeout(2 * DEADLINE_MS);
  const why = noNamespace();
  if (why !== undefined) skip(context, why);
  return JSON.parse(inNamespace(script, join(__dirname, 'fixtures', program))) as T;
}

describe('control messages in a network namespace', () => {
  it('IPV6_FLOWINFO: flow label and traffic class, and whose label it is once it is leased', function () {
    const seen = seenBy<object>(this, 'flow.ts');
    const flowInfo = 0x02012345;
    assert.deepEqual(seen, { free: flowInfo, leased: flowInfo, notLeased: 'EINVAL', ofAnother: 'EINVAL' });
  });

  describe('IPV6_RTHDR and IPV6_RTHDRDSTOPTS', () => {
    interface Seen {
      readonly byOption: readonly { name: string; header: number[] }[];
      readonly tooLong: string;
      readonly alone: string;
      readonly withoutRoute: readonly object[];
      readonly both: string;
      readonly onTheWire: number[];
    }
    let seen: Seen | undefined;

    function routes(context: Mocha.Context): Seen {
      const script = `cd /proc/sys/net/ipv6/conf
        for name in all lo; do echo 1 >$name/seg6_enabled; done
        cd "$OLDPWD"; ip link set lo up; ip -6 addr add fd00::1/128 dev lo; exec "$@"`;
      return (seen ??= seenBy<Seen>(context, 'routing.ts', script));
    }

    it('IPV6_RTHDR is received: a route by way of two addresses, with nothing left of it', function () {
      const { byOption } = routes(this);
      const [options, route] = byOption;
      assert.deepEqual(
        byOption.map(({ name }) => name),
        ['IPV6_DSTOPTS', 'IPV6_RTHDR'],
      );
      assert.deepEqual(options!.header, [43, 0, 1, 4, 0, 0, 0, 0]);
      const loopback = [...new Array<number>(15).fill(0), 1];
      const via = [0xfd, ...new Array<number>(14).fill(0), 1];
      assert.deepEqual(route!.header, [17, 4, 4, 0, 1, 0, 0, 0, ...loopback, ...via]);
    });

    it('IPV6_RTHDRDSTOPTS is read by the kernel, and without a routing header not sent', function () {
      const { tooLong, alone, withoutRoute } = routes(this);
      assert.deepEqual({ tooLong, alone, withoutRoute }, { tooLong: 'EINVAL', alone: 'sent', withoutRoute: [] });
    });

    it('IPV6_RTHDR and IPV6_RTHDRDSTOPTS are sent: both headers go out', function () {
      const { both, onTheWire } = routes(this);
      if (both === 'EINVAL') skip(this, 'this kernel sends no routing header of type 2, which is of Mobile IPv6');
      assert.equal(both, 'sent');
      const final = [...new Array<number>(15).fill(0), 1];
      assert.deepEqual(onTheWire, [43, 0, 1, 4, 0, 0, 0, 0, 17, 2, 2, 1, 0, 0, 0, 0, ...final]);
    });
  });

  it('NETLINK_PKTINFO: the group; NETLINK_LISTEN_ALL_NSID: the other namespace that it is from', function () {
    type Control = readonly ReceivedControlMessage[];
    const { own, other, nsid } = seenBy<{ own: Control; other: Control; nsid: number }>(this, 'netlink.ts');
    const RTNLGRP_LINK = 1;
    assert.equal(find(own, 'NETLINK_PKTINFO').group, RTNLGRP_LINK);
    assert.deepEqual(
      own.map(({ name }) => name),
      ['NETLINK_PKTINFO'],
    );
    assert.equal(find(other, 'NETLINK_PKTINFO').group, RTNLGRP_LINK);
    assert.equal(find(other, 'NETLINK_LISTEN_ALL_NSID').nsid, nsid);
  });

  it('NETLINK_PKTINFO: no group where the answer is to this socket alone', () => {
    const fd = socket(AF_NETLINK, SOCK_RAW, 0);
    try {
      turnOn(fd, SOL_NETLINK, NETLINK_PKTINFO);
      const request = new DataView(new ArrayBuffer(32));
      request.setUint32(0, request.byteLength, true);
      request.setUint16(4, RTM_GETLINK, true);
      request.setUint16(6, NLM_F_REQUEST, true);
      request.setInt32(20, LO, true);
      sendmsg(asFd(fd), { buffers: request });
      assert.equal(find(receive(fd, 0, 65536).control, 'NETLINK_PKTINFO').group, 0);
    } finally {
      close(fd);
    }
  });
});
