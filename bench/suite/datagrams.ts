import { callContenders } from './call';
import type { Settings, Suite } from './suite';

export function datagrams(settings: Settings): Suite {
  return {
    name: 'datagrams',
    title: '64 bytes by UDP over loopback, in one thread, sent and received in batches of 64',
    notes: [
      'An operation is one datagram, sent and received: its time is what one of them costs, so 1000 ns are a million a second.',
      'C and the raw door: sendmmsg and recvmmsg. node:dgram: 64 are sent, and when all have come, the next; by its events.',
    ],
    unit: 'ns',
    contenders: callContenders({ name: 'datagrams', scripts: ['raw', 'dgram'], python: false }, settings),
    targets: [
      // 0.9 of C's datagrams a second.
      { contender: 'raw door', over: 'ratio', atMost: 1 / 0.9 },
      // Four times node:dgram's.
      { contender: 'raw door', over: 'ratio', of: 'node:dgram', atMost: 0.25 },
    ],
  };
}
