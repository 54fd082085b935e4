import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { EndOfStreamError, LimitError, SHUT_WR, asFd, close, send, shutdown, writeAll } from '../../lib';
import { kinds } from '../helpers/kinds';
import { type DoorName, doors, prepare } from './doors';

const MEBIBYTE = 0x100000;
const streams = kinds.filter(({ stream }) => stream);

/** A thread that reads all that comes from a descriptor, and answers how many bytes that was. */
async function reader(fd: number): Promise<{ length: Promise<number>; end(): Promise<unknown> }> {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { asFd, recv } = require('sockcall');
    const buffer = Buffer.alloc(50_000);
    let length = 0;
    parentPort.postMessage('reads');
    for (let count = 1; count !== 0; length += count) count = recv(asFd(workerData), buffer);
    parentPort.postMessage(length);`;
  const worker = new Worker(code, { eval: true, workerData: fd });
  await once(worker, 'message');
  return {
    length: once(worker, 'message').then(([length]) => length as number),
    end: () => worker.terminate(),
  };
}

for (const [name, door] of Object.entries(doors)) {
  for (const kind of streams) {
    describe(`over a ${kind.name}, the ${name} functions of several calls`, () => {
      let a: ReturnType<typeof kind.open>['a'];
      let b: typeof a;

      beforeEach(() => {
        ({ a, b } = kind.open());
        prepare(name as DoorName, a);
      });

      afterEach(() => {
        close(a);
        close(b);
      });

      for (const call of ['writeAll', 'sendAll'] as const) {
        it(`${call} sends 8 MiB, of which a call takes a part`, async () => {
          const peer = await reader(b);
          const count = await door[call](a, Buffer.alloc(8 * MEBIBYTE, 'x'));
          shutdown(a, SHUT_WR);
          assert.deepEqual([count, await peer.length], [8 * MEBIBYTE, 8 * MEBIBYTE]);
          await peer.end();
        });
      }

      it('recvExactly takes so many bytes and no more, of parts that come one by one', async () => {
        send(b, 'ab');
        const receiving = name === 'promised' ? door.recvExactly(a, 6) : undefined;
        send(b, 'cd');
        send(b, 'efgh');
        assert.equal((await (receiving ?? door.recvExactly(a, 6))).toString(), 'abcdef');
        const own = Buffer.alloc(4, '-');
        assert.equal((await door.recvExactly(a, own.subarray(1, 3))).toString(), 'gh');
        assert.equal(own.toString(), '-gh-');
        assert.equal((await door.recvExactly(a, 0)).length, 0);
      });

      it('recvExactly tells of an early end, with what came', async () => {
        send(b, 'abc');
        shutdown(b, SHUT_WR);
        const error = await caught(() => door.recvExactly(a, 10));
        assert.ok(error instanceof EndOfStreamError);
        assert.deepEqual(
          [error.code, error.received.toString(), error.expected],
          ['ERR_SOCKCALL_END_OF_STREAM', 'abc', 10],
        );
        assert.equal(error.message, 'the stream ended after 3 of 10 bytes');
      });

      it('readUntilEnd gives all that comes', async () => {
        const sent = Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * 3) & 0xff));
        writeAll(b, sent);
        shutdown(b, SHUT_WR);
        assert.ok((await door.readUntilEnd(a)).equals(sent));
        assert.equal((await door.readUntilEnd(a, { limit: 0 })).length, 0);
      });

      it('readUntilEnd takes as many bytes as the limit, and tells of one more', async () => {
        send(b, '0123456789');
        shutdown(b, SHUT_WR);
        const error = await caught(() => door.readUntilEnd(a, { limit: 9 }));
        assert.ok(error instanceof LimitError);
        assert.deepEqual([error.code, error.limit, error.received.toString()], ['ERR_SOCKCALL_LIMIT', 9, '0123456789']);
      });

      it('readUntilEnd is content with as many bytes as the limit', async () => {
        send(b, '0123456789');
        shutdown(b, SHUT_WR);
        assert.equal((await door.readUntilEnd(a, { limit: 10 })).toString(), '0123456789');
      });
    });
  }

  describe(`what is misuse to the ${name} functions of several calls`, () => {
    it('is refused, and no call is made', async () => {
      const fd = asFd(-1);
      const wrong: [() => unknown, string][] = [
        [() => door.writeAll(fd, 5 as never), 'ERR_INVALID_ARG_TYPE'],
        [() => door.sendAll('x' as never, 'x'), 'ERR_INVALID_ARG_TYPE'],
        [() => door.sendAll(fd, 'x', 1.5), 'ERR_OUT_OF_RANGE'],
        [() => door.recvExactly(fd, -1), 'ERR_OUT_OF_RANGE'],
        [() => door.recvExactly(fd, 'x' as never), 'ERR_INVALID_ARG_TYPE'],
        [() => door.readUntilEnd(fd, 5 as never), 'ERR_INVALID_ARG_TYPE'],
        [() => door.readUntilEnd(fd, { limit: -1 }), 'ERR_OUT_OF_RANGE'],
        [() => door.retryOnEintr(5 as never), 'ERR_INVALID_ARG_TYPE'],
      ];
      for (const [call, code] of wrong)
        assert.equal(((await caught(call)) as { code: string }).code, code, String(call));
    });
  });
}

async function caught(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
