import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { linesOf, run, start } from './run';

const LONG = 'wörd '.repeat(4000).trim();

for (const { name, address } of [
  { name: 'tcp-echo', address: /^listening on 127\.0\.0\.1:(\d+)$/ },
  { name: 'unix-echo', address: /^listening on (\/.+)$/ },
]) {
  describe(`examples/${name}`, () => {
    it('gives every client its text back, one after the other', async () => {
      const server = start(`${name}/server.ts`, '3');
      const [, where] = await server.line(address);
      assert.deepEqual(linesOf(await run(`${name}/client.ts`, where!, 'hello', 'wörld')), ['hello wörld']);
      assert.deepEqual(linesOf(await run(`${name}/client.ts`, where!, LONG)), [LONG]);
      assert.deepEqual(linesOf(await run(`${name}/client.ts`, where!)), ['']);
      const served = linesOf(await server.outcome).slice(1);
      assert.deepEqual(
        served.map(parseFloat),
        ['hello wörld', LONG, ''].map((text) => Buffer.byteLength(text)),
      );
    });

    it('serves one connection if not told otherwise, and leaves nothing behind', async () => {
      const server = start(`${name}/server.ts`);
      const [, where] = await server.line(address);
      assert.deepEqual(linesOf(await run(`${name}/client.ts`, where!, 'once')), ['once']);
      assert.equal(linesOf(await server.outcome).length, 2);
      assert.equal(existsSync(where!), false);
    });

    it('tells a client whom nobody serves so', async () => {
      const server = start(`${name}/server.ts`);
      const [, where] = await server.line(address);
      await run(`${name}/client.ts`, where!);
      await server.outcome;
      const late = await run(`${name}/client.ts`, where!, 'late');
      assert.equal(late.code, 1);
      assert.match(late.errors, /connect E(CONNREFUSED|NOENT)/);
    });
  });
}
