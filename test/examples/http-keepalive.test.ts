import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type IncomingMessage, get } from 'node:http';
import { type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Running, linesOf, start } from './run';

const GET = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n';
const BODY = 'Hello, world!\n';
const wrk = spawnSync('wrk', ['-v']).error === undefined;

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** What the server says to these pieces, each sent when the one before has left, until it hangs up. */
async function said(port: number, ...pieces: string[]): Promise<string> {
  const socket = (await opened(port)).setNoDelay(true);
  const answer = text(socket);
  for (const piece of pieces) await new Promise<void>((resolve) => socket.write(piece, () => resolve()));
  return answer;
}

const statuses = (answer: string): string[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d+) /gm)].map(([, status]) => status!);

for (const program of ['server.ts', 'net-server.ts']) {
  describe(`examples/http-keepalive/${program}`, () => {
    let server: Running;
    let port: number;

    before(async () => {
      server = start(`http-keepalive/${program}`);
      port = Number((await server.line(/^listening on http:\/\/127\.0\.0\.1:(\d+)\/$/))[1]);
    });

    // Has nothing to do but where the last test did not run.
    after(async () => {
      server.stop();
      await server.outcome;
    });

    it('answers an agent again and again on the same connection', async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const ports = new Set<number | undefined>();
      for (let i = 0; i < 20; i++) {
        const request = get({ agent, port, host: '127.0.0.1', path: i % 2 ? '/nowhere' : '/' });
        const [response] = (await once(request, 'response')) as [IncomingMessage];
        ports.add(response.socket.localPort);
        assert.equal(response.statusCode, i % 2 ? 404 : 200);
        assert.equal(await text(response), i % 2 ? 'Not Found\n' : BODY);
        assert.ok(Math.abs(Date.parse(response.headers.date!) - Date.now()) < 60_000);
      }
      agent.destroy();
      assert.equal(ports.size, 1);
    });

    it('answers requests that come together, each in its turn', async () => {
      const other = GET.replace('/ ', '/other ');
      const last = GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
      const answer = await said(port, GET + other + '\r\n' + GET + last + GET);
      assert.deepEqual(statuses(answer), ['200', '404', '200', '200']);
      assert.equal(answer.match(/^Connection: close\r$/gm)?.length, 1);
    });

    it('answers a request that comes byte by byte', async () => {
      const answer = await said(port, ...GET, ...GET.replace('1.1', '1.0'));
      assert.deepEqual(statuses(answer), ['200', '200']);
      assert.ok(answer.endsWith(BODY));
    });

    const refused: [why: string, request: string, status: string][] = [
      ['no request', 'good day\r\n\r\n', '400'],
      ['a field without a name', GET.replace('Host', 'Host: here\r\n'), '400'],
      ['no host', 'GET / HTTP/1.1\r\n\r\n', '400'],
      ['another version', GET.replace('1.1', '3.0'), '400'],
      ['a body', GET.replace('\r\n\r\n', '\r\nContent-Length: 5\r\n\r\n12345'), '400'],
      ['another method', GET.replace('GET', 'POST'), '405'],
      ['a head that is too long', GET.replace('here', 'x'.repeat(9000)), '431'],
      ['a head that does not end', `GET / HTTP/1.1\r\nHost: ${'x'.repeat(200_000)}`, '431'],
    ];
    for (const [why, request, status] of refused) {
      it(`${status}, and hangs up: ${why}`, async () => {
        assert.deepEqual(statuses(await said(port, GET, request)), ['200', status]);
      });
    }

    it(`serves wrk without a socket error${wrk ? '' : ' (skipped: there is no wrk)'}`, async function () {
      if (!wrk) return this.skip();
      const args = ['-t2', '-c64', '-d1', `http://127.0.0.1:${port}/`];
      const { stdout } = await promisify(execFile)('wrk', args, { timeout: 15_000 });
      assert.doesNotMatch(stdout, /Socket errors|Non-2xx/);
      assert.ok(Number(/(\d+) requests in/.exec(stdout)?.[1]) > 0, stdout);
    });

    it('stops at SIGTERM: what has come is answered, and idle connections are closed', async () => {
      const [idle, half] = [await opened(port), await opened(port)];
      for (const socket of [idle, half]) {
        socket.write(GET);
        await once(socket, 'data');
      }
      half.write(GET.slice(0, 10));
      const ends = [idle, half].map((socket) => once(socket.resume(), 'end'));
      server.stop();
      await Promise.all(ends);
      assert.match(linesOf(await server.outcome).at(-1)!, /^stopped after \d+ connections$/);
    });
  });
}
