import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fstatSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AF_UNIX,
  FD_CLOEXEC,
  F_GETFD,
  type Fd,
  MSG_CTRUNC,
  MSG_DONTWAIT,
  MSG_PEEK,
  Message,
  SOCK_STREAM,
  Sockaddr,
  asFd,
  close,
  decodeControl,
  fcntl,
  recv,
  recvFds,
  recvmsg,
  sendFds,
  sendmsg,
  socketpair,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { openDescriptors } from '../helpers/descriptors';
import { kinds, withPair } from '../helpers/kinds';

const buffers = Buffer.alloc(1);

describe('descriptors passed over unix sockets', () => {
  let folder: string;
  let path: string;
  let file: Fd;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sockcall-'));
    path = join(folder, 'file');
    writeFileSync(path, 'contents');
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => (file = asFd(openSync(path, 'r'))));
  afterEach(() => {
    close(file);
    assert.equal(copies(), 0, 'a descriptor of the file is left');
  });

  /** How many descriptors the process has of the file: a number that no other test can change. */
  function copies(): number {
    return [...(openDescriptors()?.values() ?? [])].filter((target) => target === path).length;
  }

  for (const kind of kinds.filter(({ name }) => name.startsWith('unix'))) {
    it(`arrive over a ${kind.name} as descriptors of the same file, close-on-exec`, () => {
      withPair(kind, ({ a, b }) => {
        assert.equal(sendFds(a, [file, file], 'ab'), 2);
        const room = Buffer.alloc(8);
        const { length, fds, flags } = recvFds(b, 2, room);
        assert.deepEqual([length, fds.length, flags & MSG_CTRUNC], [2, 2, 0]);
        assert.equal(room.toString('utf8', 0, 2), 'ab');
        assert.equal(new Set([file, ...fds]).size, 3);
        for (const fd of fds) {
          assert.equal(fstatSync(fd).ino, fstatSync(file).ino);
          assert.equal(fcntl(fd, F_GETFD), FD_CLOEXEC);
          close(fd);
        }
        assert.equal(copies(), 1);
      });
    });

    it(`go with one byte over a ${kind.name} if not told otherwise, in both doors`, () => {
      withPair(kind, ({ a, b }) => {
        assert.equal(sendFds(a, [file]), 1);
        const sent = result.sendFds(a, [file]);
        assert.deepEqual(sent, { ok: true, value: 1 });
        const first = recvFds(b, 1);
        const second = result.recvFds(b, 1);
        assert.ok(second.ok);
        assert.deepEqual([first.length, second.value.length], [1, 1]);
        for (const fd of [...first.fds, ...second.value.fds]) close(fd);
        assert.deepEqual(
          [first.fds.length, second.value.fds.length, raw.recv(b, buffers, MSG_DONTWAIT)],
          [1, 1, -raw.EAGAIN],
        );
      });
    });

    it(`are all closed if more arrive over a ${kind.name} than there is room for, and MSG_CTRUNC tells`, () => {
      withPair(kind, ({ a, b }) => {
        for (let turn = 0; turn < 4; turn++) sendFds(a, [file, file, file]);
        for (const max of [2, 1]) {
          const { length, fds, flags } = recvFds(b, max);
          assert.deepEqual({ length, fds, cut: flags & MSG_CTRUNC }, { length: 1, fds: [], cut: MSG_CTRUNC });
          assert.equal(copies(), 1);
        }
        const { control, flags } = recvmsg(b, { buffers, controlSize: 24 });
        assert.deepEqual(
          control.map((each) => ({ ...each, level: 0, type: 0 })),
          [{ name: 'SCM_RIGHTS', level: 0, type: 0, fds: [] }],
        );
        assert.equal(flags & MSG_CTRUNC, MSG_CTRUNC);
        assert.equal(copies(), 1);
        const outcome = result.recvmsg(b, { buffers });
        assert.ok(outcome.ok);
        assert.deepEqual([outcome.value.control, outcome.value.flags & MSG_CTRUNC], [[], MSG_CTRUNC]);
        assert.equal(copies(), 1);
      });
    });
  }

  it("are the caller's in the raw door, also of a message that was cut, and stay open on exec", () => {
    withPair('unix stream pair', ({ a, b }) => {
      sendFds(a, [file, file, file]);
      const control = new Uint8Array(24);
      const message = new raw.Message({ buffers, control });
      assert.equal(raw.recvmsg(b, message), 1);
      assert.equal(message.flags, MSG_CTRUNC);
      const [rights] = decodeControl(control, message.controlLength);
      assert.ok(rights?.name === 'SCM_RIGHTS');
      assert.equal(rights.fds.length, 2);
      assert.equal(copies(), 3);
      for (const fd of rights.fds) {
        assert.equal(raw.fcntl(fd, F_GETFD), 0);
        raw.close(fd);
      }
    });
  });

  it('are closed if the message cannot be given to the caller after all', () => {
    withPair('unix stream pair', ({ a, b }) => {
      sendFds(a, [file, file]);
      const address = new Sockaddr();
      const { bytes } = address;
      let asked = 0;
      Object.defineProperty(address, 'bytes', {
        get() {
          if (asked++ > 0) throw new Error('mischief');
          return bytes;
        },
      });
      const message = new Message({ buffers, address, control: new Uint8Array(64) });
      assert.throws(() => recvmsg(b, message), /mischief/);
      assert.equal(asked, 2);
      assert.equal(message.controlLength, 24);
      assert.equal(copies(), 1);
    });
  });

  it('come in a Message that is frozen, too', () => {
    withPair('unix stream pair', ({ a, b }) => {
      sendFds(a, [file]);
      const message = new Message({ buffers, control: new Uint8Array(24) });
      Object.freeze(message);
      const [rights] = recvmsg(b, message).control;
      assert.ok(rights?.name === 'SCM_RIGHTS');
      rights.fds.forEach(close);
    });
  });

  it('come once more with each MSG_PEEK', () => {
    withPair('unix stream pair', ({ a, b }) => {
      sendFds(a, [file]);
      const all = [MSG_PEEK, MSG_PEEK, 0].flatMap((flags) => recvFds(b, 1, undefined, flags).fds);
      assert.equal(copies(), 4);
      all.forEach(close);
    });
  });

  it('are not needed: bytes alone give none, and the end of a stream gives length 0', () => {
    withPair('unix stream pair', ({ a, b }) => {
      sendmsg(a, { buffers: 'x' });
      assert.deepEqual(recvFds(b, 3), { length: 1, fds: [], flags: 0 });
      raw.shutdown(a, raw.SHUT_WR);
      assert.deepEqual(recvFds(b, 3), { length: 0, fds: [], flags: 0 });
    });
  });

  it('keep errors apart from misuse', () => {
    withPair('unix stream pair', ({ a, b }) => {
      assert.throws(() => sendFds(a, [asFd(-1)]), { code: 'EBADF', syscall: 'sendmsg', fd: a });
      assert.throws(() => sendFds(a, ['1' as never]), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
      assert.throws(() => recvFds(b, 1, undefined, MSG_DONTWAIT), { code: 'EAGAIN', syscall: 'recvmsg', fd: b });
      for (const max of [-1, 1.5, 65536]) assert.throws(() => recvFds(b, max), RangeError);
      const outcome = result.recvFds(b, 1, undefined, MSG_DONTWAIT);
      assert.equal(outcome.ok ? '' : outcome.code, 'EAGAIN');
    });
  });

  it('go to another process and come from it', async () => {
    const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
    const other = asFd(openSync(path, 'r'));
    const child = start('receiver.ts', far);
    sendFds(near, [file, other], 'the child has read');
    close(other);
    close(far);
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 0);
    const said = Buffer.alloc(128);
    const { length, fds } = recvFds(near, 1, said);
    assert.equal(said.toString('utf8', 0, length), 'the child has read contents contents');
    const heard = Buffer.alloc(32);
    assert.equal(heard.toString('utf8', 0, recv(fds[0]!, heard)), 'from the child');
    for (const fd of [near, ...fds]) close(fd);
    assert.equal(copies(), 1);
  });

  it('are closed where the process may open no more, and MSG_CTRUNC tells', async () => {
    const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
    for (let turn = 0; turn < 4; turn++) sendFds(near, [file, file, file, file, file]);
    const child = start('exhausted.ts', far, 'ulimit -n 128; ');
    close(far);
    let printed = '';
    child.stdout!.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    close(near);
    assert.equal(code, 0);
    const room = 2;
    assert.deepEqual(JSON.parse(printed), [
      { way: 'recvFds', fds: 0, cut: true, room },
      { way: 'recvmsg', fds: 0, cut: true, room },
      { way: 'result', fds: 0, cut: true, room },
      { way: 'raw', fds: room, cut: true, room },
    ]);
  });
});

/** Starts a program of the fixtures that has a socket as its descriptor 3. */
function start(fixture: string, fd: Fd, prelude = ''): ReturnType<typeof spawn> {
  const args = ['-r', 'ts-node/register', join(__dirname, 'fixtures', fixture)];
  return spawn('/bin/sh', ['-c', `${prelude}exec "$0" "$@"`, process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', fd],
    timeout: 15_000,
  });
}
