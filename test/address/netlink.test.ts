import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_NETLINK,
  NETLINK_ROUTE,
  NLMSG_ERROR,
  NLM_F_REQUEST,
  RTMGRP_IPV4_IFADDR,
  RTMGRP_LINK,
  RTM_GETLINK,
  RTM_NEWLINK,
  SOCK_DGRAM,
  SOCK_RAW,
  type SocketFd,
  bind,
  close,
  connect,
  getpeername,
  getsockname,
  if_nametoindex,
  netlink,
  recvfrom,
  sendto,
  send,
  socket,
} from '../../lib';

const HEADER = 16;
const linux = process.platform === 'linux' ? describe : describe.skip;

/** A request for a link: struct nlmsghdr and struct ifinfomsg. */
function linkRequest(ifindex: number, sequence: number): Uint8Array {
  const request = Buffer.alloc(HEADER + 16);
  const view = new DataView(request.buffer, request.byteOffset);
  const little = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  view.setUint32(0, request.length, little);
  view.setUint16(4, RTM_GETLINK, little);
  view.setUint16(6, NLM_F_REQUEST, little);
  view.setUint32(8, sequence, little);
  view.setInt32(HEADER + 4, ifindex, little);
  return request;
}

linux('a netlink socket (Linux)', () => {
  let fd: SocketFd<'netlink', 'raw'>;
  beforeEach(() => {
    fd = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
  });
  afterEach(() => close(fd));

  it('has no address, and is given one by the kernel: another one for the next socket of the process', () => {
    assert.deepEqual(getsockname(fd), netlink());
    bind(fd, netlink());
    const { pid } = getsockname(fd);
    assert.notEqual(pid, 0);
    const second = socket(AF_NETLINK, SOCK_DGRAM, NETLINK_ROUTE);
    try {
      bind(second, netlink());
      const other = getsockname(second).pid;
      assert.notEqual(other, pid);
      // The process's id goes to the first one; others get numbers that are negative as ints.
      assert.ok([pid, other].every((each) => each === process.pid || each >= 2 ** 31));
      assert.throws(() => bind(second, netlink(other - 1)), { code: 'EINVAL' });
    } finally {
      close(second);
    }
  });

  it('is bound to groups, and its address is taken then', () => {
    const groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR;
    bind(fd, netlink(123456, groups));
    assert.deepEqual(getsockname(fd), netlink(123456, groups));
    const second = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
    try {
      assert.throws(() => bind(second, netlink(123456)), {
        code: 'EADDRINUSE',
        address: netlink(123456),
        message: 'bind EADDRINUSE netlink:123456',
      });
    } finally {
      close(second);
    }
  });

  it('asks the kernel, whose address is netlink(), and hears the answer from there', () => {
    const index = if_nametoindex('lo');
    const buffer = new Uint8Array(65536);
    const view = new DataView(buffer.buffer);
    const u16 = (at: number): number => new Uint16Array(buffer.buffer, at, 1)[0]!;
    const i32 = (at: number): number => new Int32Array(buffer.buffer, at, 1)[0]!;
    assert.equal(sendto(fd, linkRequest(index, 7), 0, netlink()), HEADER + 16);
    const { length, address } = recvfrom(fd, buffer);
    assert.deepEqual(address, netlink());
    assert.equal(i32(0), length);
    assert.equal(u16(4), RTM_NEWLINK);
    assert.equal(i32(8), 7);
    // Sending has bound it.
    assert.equal(new Uint32Array(buffer.buffer, 12, 1)[0], getsockname(fd).pid);
    assert.equal(i32(HEADER + 4), index);
    assert.ok(view.byteLength > length);
  });

  it('is connected to the kernel, and hears of errors as messages', () => {
    connect(fd, netlink());
    assert.deepEqual(getpeername(fd), netlink());
    send(fd, linkRequest(0x7ffffff0, 8));
    const buffer = new Uint8Array(256);
    const { length } = recvfrom(fd, buffer);
    assert.ok(length >= HEADER + 4);
    assert.equal(new Uint16Array(buffer.buffer, 4, 1)[0], NLMSG_ERROR);
    assert.equal(new Int32Array(buffer.buffer, HEADER, 1)[0], -19);
  });

  it('takes no address of another family', () => {
    assert.throws(() => bind(fd, { family: AF_INET, data: new Uint8Array(14) } as never), { code: 'EINVAL' });
  });
});
