import assert from 'node:assert/strict';
import { closeSync } from 'node:fs';
import * as throwing from '../../lib';
import { AF_INET, AF_UNIX, type Fd, SOCK_DGRAM, SOCK_STREAM, bind, dup, getsockname, inet, socket } from '../../lib';
import { close, poll, POLLIN, readable, recv, send, sendto } from '../../lib/promises';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds } from '../helpers/kinds';

const doors: readonly [string, (fd: Fd) => unknown][] = [
  ['throwing', throwing.close],
  ['raw', raw.close],
  ['result', result.close],
  ['promises', close],
];

function open(): { a: Fd; b: Fd } {
  return kinds[0]!.open();
}

/** Takes the number from under a wait: a descriptor that is of something else from now on. */
function reopenAs(fd: Fd, make: () => Fd): Fd {
  closeSync(fd);
  const made = make();
  assert.equal(made, fd, 'the lowest number that is free');
  return made;
}

function datagramSocket(): Fd {
  const fd = socket(AF_INET, SOCK_DGRAM);
  bind(fd, inet('127.0.0.1', 0));
  return fd;
}

describe('reactor: closing', () => {
  for (const [door, closeBy] of doors) {
    it(`close of the ${door} door ends all waits with ECANCELED`, async () => {
      const { a, b } = open();
      const waits = [
        recv(b, Buffer.alloc(1)),
        recv(b, Buffer.alloc(1)),
        readable(b),
        poll([{ fd: b, events: POLLIN }]),
      ];
      closeBy(b);
      for (const wait of waits) await assert.rejects(wait, { name: 'SyscallError', code: 'ECANCELED' });
      throwing.close(a);
    });
  }

  for (const [name, replace] of [
    ['dup2', (from: Fd, to: Fd) => throwing.dup2(from, to)],
    ['dup2 of the raw door', (from: Fd, to: Fd) => raw.dup2(from, to)],
    ['dup3', (from: Fd, to: Fd) => throwing.dup3(from, to, 0)],
  ] as const) {
    it(`${name} ends the waits for what the number was`, async () => {
      const [first, second] = [open(), open()];
      const wait = recv(first.b, Buffer.alloc(1));
      replace(second.b, first.b);
      await assert.rejects(wait, { code: 'ECANCELED', syscall: 'recv' });
      const next = recv(first.b, Buffer.alloc(1));
      await send(second.a, 'x');
      assert.equal(await next, 1);
      [first.a, first.b, second.a, second.b].forEach((fd) => throwing.close(fd));
    });
  }

  it('dup2 that fails, or of a number onto itself, leaves them', async () => {
    const { a, b } = open();
    const wait = recv(b, Buffer.alloc(1));
    assert.equal(raw.dup2(-1, b), -raw.EBADF);
    assert.equal(raw.dup3(b, b, 0), -raw.EINVAL);
    assert.equal(raw.dup2(b, b), b);
    await send(a, 'x');
    assert.equal(await wait, 1);
    [a, b].forEach((fd) => throwing.close(fd));
  });

  it('a number that is used again at once starts clean', async () => {
    const { a, b } = open();
    const wait = recv(b, Buffer.alloc(1));
    throwing.close(b);
    const again = datagramSocket();
    assert.equal(again, b);
    await assert.rejects(wait, { code: 'ECANCELED' });
    const got = recv(again, Buffer.alloc(1));
    await sendto(again, 'x', 0, getsockname(again));
    assert.equal(await got, 1);
    [a, again].forEach((fd) => throwing.close(fd));
  });

  it('a number closed by fs and used again is looked after anew', async () => {
    const { a, b } = open();
    const first = recv(b, Buffer.alloc(1));
    await send(a, 'x');
    await first;
    const again = reopenAs(b, datagramSocket);
    const got = recv(again, Buffer.alloc(1));
    await sendto(again, 'x', 0, getsockname(again));
    assert.equal(await got, 1);
    [a, again].forEach((fd) => throwing.close(fd));
  });

  it('the same within the very batch that told of the old one', async () => {
    const { a, b } = open();
    const later = recv(b, Buffer.alloc(1)).then(() => {
      const again = reopenAs(b, datagramSocket);
      return { again, got: recv(again, Buffer.alloc(1)) };
    });
    await send(a, 'x');
    const { again, got } = await later;
    await sendto(again, 'x', 0, getsockname(again));
    assert.equal(await got, 1);
    [a, again].forEach((fd) => throwing.close(fd));
  });

  it('waits for what fs has closed end when the number is waited for again', async () => {
    const { a, b } = open();
    const old = recv(b, Buffer.alloc(1));
    const again = reopenAs(b, datagramSocket);
    const got = recv(again, Buffer.alloc(1));
    await assert.rejects(old, { code: 'ECANCELED' });
    await sendto(again, 'x', 0, getsockname(again));
    assert.equal(await got, 1);
    [a, again].forEach((fd) => throwing.close(fd));
  });

  it('a duplicate keeps the connection, but no registration', async () => {
    const { a, b } = open();
    const kept = dup(b);
    const wait = recv(b, Buffer.alloc(1));
    throwing.close(b);
    await assert.rejects(wait, { code: 'ECANCELED' });
    const again = datagramSocket();
    assert.equal(again, b);
    const got = recv(again, Buffer.alloc(1));
    const other = recv(kept, Buffer.alloc(1));
    await send(a, 'x');
    assert.equal(await other, 1);
    await sendto(again, 'y', 0, getsockname(again));
    assert.equal(await got, 1);
    [a, kept, again].forEach((fd) => throwing.close(fd));
  });

  it('a duplicate of what fs has closed does not wake who waits for the number now', async () => {
    const { a, b } = open();
    const kept = dup(b);
    const first = recv(b, Buffer.alloc(1));
    await send(a, '1');
    await first;
    const again = reopenAs(b, datagramSocket);
    const got = recv(again, Buffer.alloc(1));
    await send(a, '2');
    assert.equal(await recv(kept, Buffer.alloc(1)), 1);
    await sendto(again, 'y', 0, getsockname(again));
    assert.equal(await got, 1);
    [a, kept, again].forEach((fd) => throwing.close(fd));
  });

  it('the end, half the end and a reset wake both sides', async () => {
    for (const kind of kinds.filter(({ stream }) => stream)) {
      const { a, b } = kind.open();
      const ended = recv(b, Buffer.alloc(1));
      throwing.shutdown(a, throwing.SHUT_WR);
      assert.equal(await ended, 0);
      const back = recv(a, Buffer.alloc(1));
      await send(b, 'x');
      assert.equal(await back, 1);
      const last = recv(a, Buffer.alloc(1));
      throwing.close(b);
      assert.equal(await last, 0);
      throwing.close(a);
    }
  });

  it('a reset is an error to who reads', async () => {
    const { a, b } = kinds.find(({ name }) => name === 'TCP over IPv4')!.open();
    const got = recv(b, Buffer.alloc(1));
    throwing.setsockopt(a, throwing.SOL_SOCKET, throwing.SO_LINGER, { onoff: true, linger: 0 });
    throwing.close(a);
    await assert.rejects(got, { code: 'ECONNRESET', syscall: 'recv' });
    throwing.close(b);
  });

  it('a peer that goes wakes a writer', async () => {
    const { a, b } = open();
    while (raw.send(a, Buffer.alloc(4096), raw.MSG_DONTWAIT) > 0);
    const sent = send(a, 'x');
    throwing.close(b);
    await assert.rejects(sent, { code: 'EPIPE', syscall: 'send' });
    throwing.close(a);
  });

  it('a lingering close is made elsewhere, and the loop goes on', async () => {
    const { a, b } = kinds.find(({ name }) => name === 'TCP over IPv4')!.open();
    throwing.setsockopt(a, throwing.SOL_SOCKET, throwing.SO_LINGER, { onoff: true, linger: 30 });
    while (raw.send(a, Buffer.alloc(65536), raw.MSG_DONTWAIT) > 0);
    let closed = false;
    const closing = close(a).then(() => (closed = true));
    await new Promise(setImmediate);
    assert.equal(closed, false, 'the peer has not taken what was sent');
    const buffer = Buffer.alloc(1 << 20);
    while ((await recv(b, buffer)) > 0);
    await closing;
    throwing.close(b);
  });

  it('close says what the kernel says', async () => {
    await assert.rejects(close(-1 as Fd), { code: 'EBADF', syscall: 'close', fd: -1 });
    await assert.rejects(close('1' as never), { code: 'ERR_INVALID_ARG_TYPE' });
    const fd = socket(AF_UNIX, SOCK_STREAM);
    await close(fd);
    await assert.rejects(close(fd), { code: 'EBADF' });
  });
});
