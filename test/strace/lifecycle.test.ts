import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Line, ofItsSockets } from './line';
import { needStrace, trace } from './strace';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'lifecycle', 'main.ts');

describe('strace of examples/lifecycle', () => {
  let server: Line[];
  let client: Line[];

  before(needStrace);
  before(async () => {
    const { threads } = await trace(EXAMPLE);
    const withCall = (call: string): Line[] => {
      const found = threads.filter((lines) =>
        lines.some((line) => line.call === call && !line.args.includes('AF_UNIX')),
      );
      assert.equal(found.length, 1, `one thread makes the call ${call}`);
      return ofItsSockets(found[0]!);
    };
    server = withCall('listen');
    client = withCall('connect');
  });

  const result = (lines: readonly Line[], call: string): string => lines.find((line) => line.call === call)!.result;
  const name = (lines: readonly Line[]): string => {
    const port = /htons\((\d+)\)/.exec(lines.find(({ call }) => call === 'getsockname')!.args)![1]!;
    return address(port);
  };
  const address = (port: string): string =>
    `{sa_family=AF_INET, sin_port=htons(${port}), sin_addr=inet_addr("127.0.0.1")}`;

  it('shows exactly the calls of the server', () => {
    const phone = result(server, 'socket');
    const call = result(server, 'accept4');
    const [answer] = /"It is port \d+\."/.exec(client.find((line) => line.call === 'sendto')!.args)!;
    assert.deepEqual(
      server.map(({ text }) => text),
      [
        `socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = ${phone}`,
        `bind(${phone}, ${address('0')}, 16) = 0`,
        `getsockname(${phone}, ${name(server)}, [128 => 16]) = 0`,
        `listen(${phone}, 1) = 0`,
        `accept4(${phone}, ${name(client)}, [128 => 16], SOCK_CLOEXEC) = ${call}`,
        `write(${call}, "Hello, who is calling?", 22) = 22`,
        `read(${call}, ${answer}, 100) = ${answer.length - 2}`,
        `read(${call}, "", 100) = 0`,
        `close(${call}) = 0`,
        `close(${phone}) = 0`,
      ],
    );
  });

  it('shows exactly the calls of the client', () => {
    const phone = result(client, 'socket');
    const answer = `It is port ${/htons\((\d+)\)/.exec(name(client))![1]!}.`;
    assert.deepEqual(
      client.map(({ text }) => text),
      [
        `socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = ${phone}`,
        `connect(${phone}, ${name(server)}, 16) = 0`,
        `recvfrom(${phone}, "Hello, who is calling?", 100, 0, NULL, NULL) = 22`,
        `getsockname(${phone}, ${name(client)}, [128 => 16]) = 0`,
        `getpeername(${phone}, ${name(server)}, [128 => 16]) = 0`,
        `sendto(${phone}, "${answer}", ${answer.length}, 0, NULL, 0) = ${answer.length}`,
        `close(${phone}) = 0`,
      ],
    );
  });
});
