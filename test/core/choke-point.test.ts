import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as throwing from '../../lib';
import { type NativeRecord, native } from '../../lib/core/native';
import * as raw from '../../lib/raw';
import { withPair } from '../helpers/kinds';

/** The calls that a function makes, as the choke point recorded them. */
function recorded(use: () => void): NativeRecord[] {
  native.startRecording(1000);
  use();
  const { records, dropped } = native.stopRecording();
  assert.equal(dropped, 0);
  return records;
}

function attempt(call: () => unknown): void {
  try {
    call();
  } catch {
    // What it threw is not the question here.
  }
}

const LINGER = { onoff: true, linger: 0 };

describe('the choke point', () => {
  it('records each call with its arguments, its result and its times', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const before = process.hrtime.bigint();
      const [sent, received, failed] = recorded(() => {
        throwing.send(a, 'abc');
        throwing.recv(b, new Uint8Array(8), throwing.MSG_DONTWAIT);
        raw.recv(b, new Uint8Array(8), throwing.MSG_DONTWAIT);
      });
      const after = process.hrtime.bigint();
      assert.deepEqual(
        [sent!.name, sent!.arguments[0], sent!.arguments[2], sent!.arguments[3], sent!.result],
        ['send', a, 3, 0, 3],
      );
      assert.deepEqual([received!.name, received!.arguments[3], received!.result], ['recv', throwing.MSG_DONTWAIT, 3]);
      assert.equal(failed!.result, -throwing.EAGAIN);
      for (const { start, end } of [sent!, received!, failed!]) {
        assert.ok(Number(before) <= start && start <= end && end <= Number(after));
      }
    });
  });

  it('sees one system call for one public call, and none for a misuse', () => {
    const bytes = new Uint8Array(4);
    const one: readonly (readonly [string, () => unknown])[] = [
      ['socket', () => raw.socket(-1, -1)],
      ['socketpair', () => raw.socketpair(-1, -1, 0, new Int32Array(2))],
      ['bind', () => raw.bind(-1, raw.inet('0.0.0.0', 0))],
      ['listen', () => raw.listen(-1)],
      ['accept', () => raw.accept(-1)],
      ['accept4', () => raw.accept4(-1, 0)],
      ['connect', () => raw.connect(-1, raw.unix())],
      ['send', () => raw.send(-1, bytes)],
      ['recv', () => raw.recv(-1, bytes)],
      ['recv', () => raw.recv(-1, bytes, 0, 4)],
      ['read', () => raw.read(-1, bytes)],
      ['write', () => raw.write(-1, bytes)],
      ['shutdown', () => raw.shutdown(-1, 0)],
      ['close', () => raw.close(-1)],
      ['getsockname', () => raw.getsockname(-1, new raw.Sockaddr())],
      ['getpeername', () => raw.getpeername(-1, new raw.Sockaddr())],
      ['getsockopt', () => raw.getsockopt(-1, 0, 0, bytes)],
      ['setsockopt', () => raw.setsockopt(-1, 0, 0, bytes)],
      [
        'setsockopt',
        () => attempt(() => throwing.setsockopt(throwing.asFd(-1), throwing.SOL_SOCKET, throwing.SO_LINGER, LINGER)),
      ],
      [
        'setsockopt',
        () => attempt(() => throwing.setsockopt(throwing.asFd(-1), throwing.SOL_SOCKET, throwing.SO_ATTACH_FILTER, [])),
      ],
      [
        'getsockopt',
        () => attempt(() => throwing.getsockopt(throwing.asFd(-1), throwing.IPPROTO_TCP, throwing.TCP_INFO)),
      ],
      ['fcntl', () => raw.fcntl(-1, 0)],
      ['dup', () => raw.dup(-1)],
      ['dup2', () => raw.dup2(-1, 100)],
      ['dup3', () => raw.dup3(-1, 100, 0)],
      ['ioctl', () => raw.ioctl(-1, 0, bytes)],
      ['sockatmark', () => raw.sockatmark(-1)],
      ['poll', () => raw.poll(Int32Array.of(-1, 0, 0), 0)],
      ['select', () => raw.select(undefined, undefined, undefined, { seconds: -1, microseconds: 0 })],
      ['sendto', () => raw.sendto(-1, bytes, 0, raw.inet('127.0.0.1', 9))],
      ['recvfrom', () => raw.recvfrom(-1, bytes, 0, new raw.Sockaddr())],
      ['readv', () => raw.readv(-1, [bytes])],
      ['writev', () => raw.writev(-1, [bytes])],
      ['sendfile', () => raw.sendfile(-1, -1, null, 1)],
      ['splice', () => raw.splice(-1, null, -1, null, 1)],
      ['sendmmsg', () => raw.sendmmsg(-1, new raw.MessageBatch(3))],
      ['recvmmsg', () => raw.recvmmsg(-1, new raw.MessageBatch(3))],
    ];
    for (const [name, call] of one)
      assert.deepEqual(
        recorded(call).map((record) => record.name),
        [name],
      );
    const none: readonly (() => unknown)[] = [
      () => raw.recv(-1, bytes, 0, 5),
      () => raw.recv(-1, bytes, 0, 0, 5),
      () => raw.recv(-1, 'x' as never),
      () => raw.send(1.5, bytes),
      () => raw.bind(-1, { family: 'inet', address: 'x', port: 0 }),
      () => raw.socketpair(1, 1, 0, new Int32Array(1)),
      () => raw.accept(-1, {} as never),
      () => raw.recvfrom(-1, bytes, 0, {} as never),
      () => raw.readv(-1, [bytes, 5 as never]),
      () => raw.splice(-1, null, -1, new BigInt64Array(0), 1),
      () => raw.sendmmsg(-1, new raw.MessageBatch(1), 0, 2),
      () => throwing.socket('x' as never, 1),
      () => throwing.setsockopt(throwing.asFd(-1), throwing.SOL_SOCKET, throwing.SO_LINGER, { onoff: 1 } as never),
      () => throwing.setsockopt(throwing.asFd(-1), throwing.SOL_SOCKET, 9999, {} as never),
      () => throwing.setsockopt(throwing.asFd(-1), throwing.SOL_SOCKET, throwing.SO_RCVBUF, true as never),
      () => throwing.getsockopt(throwing.asFd(-1), throwing.SOL_SOCKET, throwing.SO_LINGER, -1),
    ];
    for (const call of none) {
      assert.throws(call, (error: Error) => error instanceof TypeError || error instanceof RangeError);
      assert.deepEqual(
        recorded(() => attempt(call)),
        [],
      );
    }
  });

  it('is the only place in native code that makes a system call', () => {
    const root = join(__dirname, '../../native');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(cc|h)$/.test(file));
    const calls = [
      'socket',
      'socketpair',
      'bind',
      'listen',
      'accept',
      'accept4',
      'connect',
      'send',
      'sendto',
      'sendmmsg',
      'sendfile',
      'splice',
      'recv',
      'recvfrom',
      'recvmmsg',
      'read',
      'readv',
      'write',
      'writev',
    ];
    const straight = new RegExp(
      `::(${[...calls, 'close', 'shutdown', 'getsockname', 'getpeername'].join('|')})\\s*\\(`,
    );
    for (const file of files) assert.doesNotMatch(readFileSync(join(root, file), 'utf8'), straight, file);
  });

  it('counts what does not fit instead of growing', () => {
    native.startRecording(2);
    for (let turn = 0; turn < 5; turn++) raw.close(-1);
    const { records, dropped } = native.stopRecording();
    assert.deepEqual([records.length, dropped], [2, 3]);
  });
});
