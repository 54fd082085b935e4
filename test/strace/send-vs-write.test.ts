import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ofItsSockets } from './line';
import { needStrace, trace } from './strace';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'send-vs-write', 'main.ts');

const times = (count: number, ...calls: string[]): string[] => Array<string[]>(count).fill(calls).flat();

/** What each part of the example does with its sockets. */
const PARTS = {
  pair: ['socketpair'],
  accounting: [...times(100, 'write', 'recvfrom'), ...times(100, 'sendto', 'read')],
  events: ['sendto', 'read', 'write', 'recvfrom'],
  datagrams: ['socketpair', 'fcntl', 'fcntl'],
  oneWaits: ['sendto', 'recvfrom', 'recvfrom', 'sendto', 'read', 'recvfrom'],
  nothingWaits: ['recvfrom', 'read'],
  unconnected: ['socket', 'recvfrom', 'close', 'socket', 'read', 'close'],
  emptyWaits: ['sendto', 'recvfrom', 'recvfrom', 'sendto', 'read', 'recvfrom'],
  datagramsEnd: ['close', 'close'],
  peek: ['setsockopt', 'sendto', 'recvfrom', 'recvfrom', 'read', 'read'],
  dontWait: ['recvfrom', 'read'],
  waitAll: ['sendto', 'recvfrom', 'sendto', 'read', 'setsockopt'],
  pairEnd: ['close', 'close'],
};

describe('strace of examples/send-vs-write', () => {
  before(needStrace);

  it('shows each send, recv, read and write as one call of its kind, and no other', async () => {
    const { threads } = await trace(EXAMPLE);
    const calls = threads.flatMap(ofItsSockets).map(({ call }) => call);
    assert.deepEqual(calls, Object.values(PARTS).flat());
  });
});
