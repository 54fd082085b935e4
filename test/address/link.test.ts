import assert from 'node:assert/strict';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import {
  AF_INET,
  AF_PACKET,
  AF_VSOCK,
  ARPHRD_LOOPBACK,
  ETH_P_ALL,
  ETH_P_IP,
  IOCTL_VM_SOCKETS_GET_LOCAL_CID,
  IPPROTO_ICMP,
  type InetAddress,
  PACKET_HOST,
  PACKET_OTHERHOST,
  PACKET_OUTGOING,
  type PacketAddress,
  SOCK_RAW,
  SOCK_STREAM,
  VMADDR_CID_ANY,
  VMADDR_PORT_ANY,
  asFd,
  bind,
  close,
  getsockname,
  ioctl,
  packet,
  vsock,
} from '../../lib';
import * as result from '../../lib/result';
import { DEADLINE_MS, inNamespace, noNamespace, skipFor } from '../helpers/namespace';

const fixture = (name: string): string => join(__dirname, 'fixtures', name);
const linux = process.platform === 'linux' ? describe : describe.skip;

interface Seen {
  readonly length: number;
  readonly address: PacketAddress;
}

linux('a packet socket (Linux)', () => {
  it('sees a datagram cross loopback twice, and its address tells from where', function () {
    this.timeout(2 * DEADLINE_MS);
    const why = noNamespace();
    if (why !== undefined) return skipFor(this, why);
    const seen = JSON.parse(inNamespace('exec "$@"', fixture('packet.ts'))) as {
      ifindex: number;
      unbound: PacketAddress;
      bound: PacketAddress;
      frame: Seen;
      text: string;
      again: Seen;
      bare: Seen;
      own: Seen & { text: string };
    };
    const none = { ...packet(0, 0), hatype: 0, pkttype: 0 };
    const lo = { ...packet(ETH_P_IP, seen.ifindex, '00:00:00:00:00:00'), hatype: ARPHRD_LOOPBACK };
    assert.deepEqual(seen.unbound, none);
    assert.deepEqual(seen.bound, { ...lo, protocol: ETH_P_ALL, pkttype: 0 });
    // 14 bytes of Ethernet, 20 of IP, 8 of UDP and 4 of text.
    assert.deepEqual(seen.frame, { length: 46, address: { ...lo, pkttype: PACKET_OUTGOING } });
    assert.equal(seen.text, 'seen');
    assert.deepEqual(seen.again, { length: 46, address: { ...lo, pkttype: PACKET_HOST } });
    assert.equal(seen.bare.length, 32);
    // To an address that is not loopback's, which is all zeros.
    const address = { ...lo, protocol: 0x88b5, pkttype: PACKET_OTHERHOST };
    assert.deepEqual(seen.own, { text: 'by hand', length: 7, address });
  });

  it('needs CAP_NET_RAW, as a raw socket does', () => {
    for (const made of [result.socket(AF_PACKET, SOCK_RAW), result.socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)]) {
      if (made.ok) close(made.value);
      else assert.equal(made.code, 'EPERM');
    }
  });
});

linux('an ICMP datagram socket (Linux)', () => {
  it('is for the groups of ping_group_range, writes identifier and checksum itself, and has no IP header', function () {
    this.timeout(2 * DEADLINE_MS);
    const why = noNamespace();
    if (why !== undefined) return skipFor(this, why);
    const seen = JSON.parse(inNamespace('exec "$@"', fixture('icmp.ts'))) as {
      before: string;
      refused: string;
      name: InetAddress;
      address: InetAddress;
      answer: number[];
      answer6: number[];
      address6: object;
    };
    if (seen.before === '1\t0') assert.equal(seen.refused, 'EACCES');
    assert.deepEqual(seen.name, { family: 'inet', address: '127.0.0.1', port: 4321 });
    assert.deepEqual(seen.address, { family: 'inet', address: '127.0.0.1', port: 0 });
    const [type, code, , , ...rest] = seen.answer;
    assert.deepEqual([type, code], [0, 0]);
    assert.deepEqual(rest, [4321 >> 8, 4321 & 255, 0, 7, 0x68, 0x69]);
    assert.equal(seen.answer6[0], 129);
    assert.deepEqual(seen.address6, { family: 'inet6', address: '::1', port: 0, scopeId: 0, flowInfo: 0 });
  });
});

linux('a vsock socket (Linux)', () => {
  it('is bound to any port of any context', function () {
    const made = result.socket(AF_VSOCK, SOCK_STREAM);
    if (!made.ok) {
      assert.ok(['EAFNOSUPPORT', 'ENODEV'].includes(made.code), made.code);
      return skipFor(this, `this kernel gives ${made.code}`);
    }
    try {
      bind(made.value, vsock(VMADDR_CID_ANY, VMADDR_PORT_ANY));
      const { cid, port } = getsockname(made.value);
      assert.equal(cid, VMADDR_CID_ANY);
      assert.ok(port !== VMADDR_PORT_ANY && port > 0);
    } finally {
      close(made.value);
    }
  });

  it('has the context id that /dev/vsock tells', function () {
    let device: number;
    try {
      device = openSync('/dev/vsock', 'r');
    } catch (error) {
      return skipFor(this, (error as Error).message);
    }
    try {
      const cid = ioctl(asFd(device), IOCTL_VM_SOCKETS_GET_LOCAL_CID);
      assert.ok(Number.isInteger(cid) && cid >= 0 && cid <= VMADDR_CID_ANY);
    } finally {
      closeSync(device);
    }
  });
});
