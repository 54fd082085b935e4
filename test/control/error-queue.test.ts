import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_INET6,
  ECONNREFUSED,
  EMSGSIZE,
  ENOMSG,
  type Fd,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPV6_MTU,
  IPV6_RECVERR,
  IPV6_RECVPATHMTU,
  IP_RECVERR,
  MSG_DONTWAIT,
  MSG_ERRQUEUE,
  SCM_TSTAMP_ACK,
  SCM_TSTAMP_SND,
  SOCK_DGRAM,
  SOF_TIMESTAMPING_OPT_ID,
  SOF_TIMESTAMPING_OPT_STATS,
  SOF_TIMESTAMPING_OPT_TSONLY,
  SOF_TIMESTAMPING_SOFTWARE,
  SOF_TIMESTAMPING_TX_ACK,
  SOF_TIMESTAMPING_TX_SOFTWARE,
  SOL_SOCKET,
  SO_EE_ORIGIN_ICMP,
  SO_EE_ORIGIN_ICMP6,
  SO_EE_ORIGIN_LOCAL,
  SO_EE_ORIGIN_TIMESTAMPING,
  SO_TIMESTAMPING,
  bind,
  close,
  connect,
  getsockname,
  inet,
  inet6,
  setsockopt,
  socket,
} from '../../lib';
import { withPair } from '../helpers/kinds';
import { find, fromErrorQueue, needs, receive, send, turnOn, withOpenPair } from './exchange';

function withSocket(domain: number, use: (fd: Fd) => void): void {
  const fd = socket(domain, SOCK_DGRAM);
  try {
    use(fd);
  } finally {
    close(fd);
  }
}

/** Connects to a port of this host on which nobody listens. */
function connectToClosed(fd: Fd, domain: number): unknown {
  let address: unknown;
  withSocket(domain, (closed) => {
    bind(closed, (domain === AF_INET ? inet('127.0.0.1', 0) : inet6('::1', 0)) as never);
    address = getsockname(closed as never);
  });
  connect(fd as never, address as never);
  return address;
}

const SOFTWARE = SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_OPT_ID | SOF_TIMESTAMPING_OPT_TSONLY;

function stampSends(fd: Fd, flags: number): void {
  setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING, Int32Array.of(SOFTWARE | flags) as never);
}

const STAMP = { errno: ENOMSG, origin: SO_EE_ORIGIN_TIMESTAMPING, type: 0, code: 0 };

describe('control messages of the error queue', () => {
  it('IP_RECVERR: an ICMP error, and who sent it', () => {
    withSocket(AF_INET, (fd) => {
      const address = connectToClosed(fd, AF_INET);
      turnOn(fd, IPPROTO_IP, IP_RECVERR);
      send(fd, 'is anybody there');
      assert.throws(() => receive(fd), { code: 'ECONNREFUSED' });
      const message = receive(fd, MSG_ERRQUEUE);
      assert.deepEqual(message.address, address);
      const { error, offender } = find(message.control, 'IP_RECVERR');
      const origin = SO_EE_ORIGIN_ICMP;
      assert.deepEqual(error, { errno: ECONNREFUSED, origin, type: 3, code: 3, info: 0, data: 0 });
      assert.deepEqual(offender, inet('127.0.0.1', 0));
    });
  });

  it('IPV6_RECVERR: an ICMPv6 error, and who sent it', () => {
    withSocket(AF_INET6, (fd) => {
      connectToClosed(fd, AF_INET6);
      turnOn(fd, IPPROTO_IPV6, IPV6_RECVERR);
      send(fd, 'is anybody there');
      assert.throws(() => receive(fd), { code: 'ECONNREFUSED' });
      const { error, offender } = find(receive(fd, MSG_ERRQUEUE).control, 'IPV6_RECVERR');
      const origin = SO_EE_ORIGIN_ICMP6;
      assert.deepEqual(error, { errno: ECONNREFUSED, origin, type: 1, code: 4, info: 0, data: 0 });
      assert.deepEqual(offender, inet6('::1', 0));
    });
  });

  it('IPV6_RECVERR: an error of this host has no offender; IPV6_PATHMTU and IPV6_DONTFRAG', () => {
    withPair('UDP over IPv6', ({ a }) => {
      turnOn(a, IPPROTO_IPV6, IPV6_RECVERR);
      turnOn(a, IPPROTO_IPV6, IPV6_RECVPATHMTU);
      setsockopt(a, IPPROTO_IPV6, IPV6_MTU, 1280);
      const large = { name: 'IPV6_DONTFRAG', dontFragment: true } as const;
      assert.throws(() => send(a, 'x'.repeat(3000), large), { code: 'EMSGSIZE' });
      const { address, mtu } = find(receive(a).control, 'IPV6_PATHMTU');
      assert.equal(mtu, 1280);
      assert.equal(address.address, '::1');
      const { error, offender } = find(receive(a, MSG_ERRQUEUE).control, 'IPV6_RECVERR');
      assert.equal(error.errno, EMSGSIZE);
      assert.equal(error.origin, SO_EE_ORIGIN_LOCAL);
      assert.equal(error.info, 1280);
      assert.equal(offender, undefined);
    });
  });

  for (const [kind, name] of [
    ['UDP over IPv4', 'IP_RECVERR'],
    ['UDP over IPv6', 'IPV6_RECVERR'],
  ] as const) {
    it(`SCM_TIMESTAMPING over ${kind}: when it was sent, and which send that was`, async () => {
      await withOpenPair(kind, async ({ a }) => {
        stampSends(a, SOF_TIMESTAMPING_TX_SOFTWARE);
        for (const data of [0, 1]) {
          send(a, 'x');
          const { control } = await fromErrorQueue(a);
          const { software, hardware } = find(control, 'SCM_TIMESTAMPING');
          assert.ok(Math.abs(software.seconds - Date.now() / 1000) < 60);
          assert.deepEqual(hardware, { seconds: 0, nanoseconds: 0 });
          const expected = { ...STAMP, info: SCM_TSTAMP_SND, data };
          assert.deepEqual(find(control, name).error, expected);
        }
      });
    });

    it(`SO_TIMESTAMPING over ${kind}: stamps for one message alone`, async () => {
      await withOpenPair(kind, async ({ a }) => {
        stampSends(a, 0);
        send(a, 'not this');
        send(a, 'but this', { name: 'SO_TIMESTAMPING', flags: SOF_TIMESTAMPING_TX_SOFTWARE });
        const { control } = await fromErrorQueue(a);
        assert.ok(find(control, 'SCM_TIMESTAMPING').software.seconds > 0);
        assert.throws(() => receive(a, MSG_ERRQUEUE | MSG_DONTWAIT), { code: 'EAGAIN' });
      });
    });

    it(`SCM_TS_OPT_ID over ${kind}: the number of the stamp`, async function () {
      await withOpenPair(kind, async ({ a }) => {
        stampSends(a, SOF_TIMESTAMPING_TX_SOFTWARE);
        needs(this, 'this kernel has no SCM_TS_OPT_ID', ['EINVAL'], () =>
          send(a, 'x', { name: 'SCM_TS_OPT_ID', id: 0xfedcba98 }),
        );
        assert.equal(find((await fromErrorQueue(a)).control, name).error.data, 0xfedcba98);
      });
    });
  }

  it('SCM_TIMESTAMPING_OPT_STATS: the state of a TCP connection when its bytes were acknowledged', async () => {
    await withOpenPair('TCP over IPv4', async ({ a }) => {
      stampSends(a, SOF_TIMESTAMPING_TX_ACK | SOF_TIMESTAMPING_OPT_STATS);
      send(a, 'four');
      const { control } = await fromErrorQueue(a);
      const { attributes } = find(control, 'SCM_TIMESTAMPING_OPT_STATS');
      // Netlink attributes: a length, a type, and so on.
      const [length, type] = new Uint16Array(attributes.buffer, 0, 2) as unknown as [number, number];
      assert.ok(length >= 4 && length <= attributes.length && type > 0);
      assert.equal(find(control, 'IP_RECVERR').error.info, SCM_TSTAMP_ACK);
    });
  });
});
