import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  AF_UNIX,
  ResolveError,
  SOCK_STREAM,
  SyscallError,
  close,
  explain,
  recv,
  runBlocking,
  send,
  socketpair,
} from '../../lib';

const PROGRAMS = join(__dirname, 'fixtures', 'programs');

type Sockcall = typeof import('../../lib');

/** What a program threw. */
async function thrownBy(program: () => unknown): Promise<Error & Record<string, unknown>> {
  try {
    await runBlocking(program).result;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error('it threw nothing');
}

describe('runBlocking()', () => {
  it('runs a function in a thread of its own, and gives what it returns', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    const program = runBlocking(
      (fd, word) => {
        const { recv, send } = require('sockcall') as Sockcall;
        const buffer = Buffer.alloc(16);
        const count = recv(fd, buffer);
        send(fd, `${word} ${buffer.toString('utf8', 0, count)}`);
        return { count, threadId: (require('node:worker_threads') as typeof import('worker_threads')).threadId };
      },
      b,
      'got',
    );
    const { threadId } = program.worker;
    send(a, 'ping');
    assert.deepEqual(await program.result, { count: 4, threadId });
    const buffer = Buffer.alloc(16);
    assert.equal(buffer.toString('utf8', 0, recv(a, buffer)), 'got ping');
    await program.stop();
    [a, b].forEach(close);
  });

  it('runs modules: TypeScript as this thread does, CommonJS, ES, by path and by URL', async function () {
    this.timeout(60_000);
    assert.equal(await runBlocking(join(PROGRAMS, 'double.ts'), 21).result, 42);
    assert.equal(await runBlocking(pathToFileURL(join(PROGRAMS, 'double.ts')), 4).result, 8);
    assert.equal(await runBlocking(join(PROGRAMS, 'main.mjs'), 'a', 'b').result, 'a b');
    assert.equal(await runBlocking(pathToFileURL(join(PROGRAMS, 'main.mjs')).href, 'c').result, 'c');
    const program = runBlocking(join(PROGRAMS, 'function.js'));
    const { threadId } = program.worker;
    assert.equal(await program.result, threadId);
  });

  it('is stopped in the middle of a call, and says so', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    const program = runBlocking((fd) => {
      const { recv, send } = require('sockcall') as Sockcall;
      send(fd, 'x');
      recv(fd, new Uint8Array(1));
    }, b);
    const seen = runBlocking((fd) => (require('sockcall') as Sockcall).recv(fd, new Uint8Array(1)), a);
    assert.equal(await seen.result, 1);
    await program.stop();
    await assert.rejects(program.result, { code: 'ERR_STOPPED' });
    // A result that has come stays.
    await seen.stop();
    assert.equal(await seen.result, 1);
    [a, b].forEach(close);
  });

  it('is stopped when what disposes of it is left', async () => {
    const program = runBlocking(() => {
      for (;;);
    });
    await program[Symbol.asyncDispose]();
    assert.equal(program.worker.threadId, -1);
    await assert.rejects(program.result, { code: 'ERR_STOPPED' });
  });

  it('rejects with what the program threw: the same class, the same fields', async () => {
    const refused = await thrownBy(() => {
      const { AF_INET, SOCK_STREAM, connect, inet, socket } = require('sockcall') as Sockcall;
      const fd = socket(AF_INET, SOCK_STREAM);
      try {
        connect(fd, inet('127.0.0.1', 1));
      } finally {
        (require('sockcall') as Sockcall).close(fd);
      }
    });
    assert.ok(refused instanceof SyscallError);
    const { code, errno, syscall, fd, address, message, name } = refused as SyscallError<'connect'>;
    assert.deepEqual(
      { code, errno, syscall, address, message, name },
      {
        code: 'ECONNREFUSED',
        errno: -111,
        syscall: 'connect',
        address: { family: 'inet', address: '127.0.0.1', port: 1 },
        message: 'connect ECONNREFUSED 127.0.0.1:1',
        name: 'SyscallError',
      },
    );
    assert.ok(typeof fd === 'number' && /at connect/.test(refused.stack!) && explain(refused).length > 10);

    const lookup = await thrownBy(() => (require('sockcall') as Sockcall).getaddrinfo('127.0.0.1', 'no-such-service'));
    assert.ok(lookup instanceof ResolveError);
    assert.deepEqual([lookup.code, lookup.host, lookup.service], ['EAI_SERVICE', '127.0.0.1', 'no-such-service']);

    const range = await thrownBy(() => {
      throw Object.assign(new RangeError('too far', { cause: new TypeError('c') }), { code: 'ERR_X', put: () => 1 });
    });
    assert.ok(range instanceof RangeError && range.cause instanceof TypeError);
    assert.deepEqual([range.message, range['code'], 'put' in range], ['too far', 'ERR_X', false]);
    const own = await thrownBy(() => {
      throw new (class OwnError extends Error {
        override name = 'OwnError';
      })('mine');
    });
    assert.deepEqual([own.name, own.message], ['OwnError', 'mine']);
    await assert.rejects(runBlocking(() => Promise.reject(new SyntaxError('late'))).result, SyntaxError);
    assert.equal(
      await thrownBy(() => {
        throw 'text' as unknown as Error;
      }),
      'text',
    );
  });

  it('rejects when there is no program, no result that can be sent, or another end', async () => {
    await assert.rejects(runBlocking('/no/such/file.js').result, { code: 'MODULE_NOT_FOUND' });
    const empty = runBlocking(join(PROGRAMS, 'nothing.js')).result;
    await assert.rejects(empty, { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message: /exports no function/ });
    await assert.rejects(runBlocking(() => () => 1).result, { name: 'DataCloneError' });
    await assert.rejects(runBlocking(() => process.exit(3)).result, /exit code 3/);
    assert.equal(await runBlocking(() => process.exit(0)).result, undefined);
    await assert.rejects(
      runBlocking(() => {
        setImmediate(() => {
          throw new Error('behind its back');
        });
        return new Promise(() => {});
      }).result,
      /behind its back/,
    );
  });

  it('takes a function or a module, and nothing else', () => {
    for (const value of [undefined, null, 5, {}, [], Symbol('x'), new Map(), Math.max, 5n] as never[]) {
      assert.throws(() => runBlocking(value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
    }
    assert.throws(() => runBlocking(new URL('http://127.0.0.1/')), { code: 'ERR_INVALID_URL_SCHEME' });
    const cannot = (): unknown => runBlocking(join(PROGRAMS, 'double.ts'), () => {});
    assert.throws(cannot, { name: 'DataCloneError' });
  });
});
