import assert from 'node:assert/strict';
import { linesOf, run, start } from './run';

describe('examples/relay', () => {
  it('passes bytes and ends on, in both directions', async () => {
    const echo = start('tcp-echo/server.ts', '2');
    const [, target] = await echo.line(/^listening on 127\.0\.0\.1:(\d+)$/);
    const relay = start('relay/relay.ts', target!, '3');
    const [, port] = await relay.line(/^relays from port (\d+) to \d+$/);
    const long = 'wörd '.repeat(15_000).trim();
    assert.deepEqual(linesOf(await run('tcp-echo/client.ts', port!, 'hello')), ['hello']);
    assert.deepEqual(linesOf(await run('tcp-echo/client.ts', port!, long)), [long]);
    await echo.outcome;
    // Nobody is behind the relay any more. Whether the client sees an end or a reset depends on who is sooner.
    const late = await run('tcp-echo/client.ts', port!, 'late');
    assert.deepEqual(late.lines.join(''), '');
    const size = Buffer.byteLength(long);
    assert.deepEqual(linesOf(await relay.outcome).slice(1), [
      '5 bytes there, 5 back',
      `${size} bytes there, ${size} back`,
      `ended by connect ECONNREFUSED 127.0.0.1:${target}`,
    ]);
  });
});
