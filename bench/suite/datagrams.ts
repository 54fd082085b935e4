import { callContenders } from './call';
import type { Settings, Suite } from './suite';

const TARGETS: Suite['targets'] = [
  // 0.9 of C's datagrams a second.
  { contender: 'raw door', over: 'ratio', atMost: 1 / 0.9 },
  // Four times node:dgram's.
  { contender: 'raw door', over: 'ratio', of: 'node:dgram', atMost: 0.25 },
];

const NOTES = [
  'An operation is one datagram, sent and received: its time is what one of them costs, so 1000 ns are a million a second.',
  'C and the raw door: sendmmsg and recvmmsg. node:dgram: 64 are sent, and when all have come, the next; by its events.',
];

export function datagrams(settings: Settings): Suite {
  return {
    name: 'datagrams',
    title: '64 bytes by UDP over loopback, in one thread, in batches of 64, between connected sockets',
    notes: NOTES,
    unit: 'ns',
    contenders: callContenders({ name: 'datagrams', scripts: ['raw', 'dgram'], python: false }, settings),
    targets: TARGETS,
  };
}

export function datagramsTo(settings: Settings): Suite {
  return {
    name: 'datagrams-to',
    title: 'the same between sockets that are not connected',
    notes: [...NOTES, 'Each datagram has its destination, and tells who sent it.'],
    unit: 'ns',
    contenders: callContenders({ name: 'datagrams-to', scripts: ['raw', 'dgram'], python: false }, settings),
    targets: TARGETS,
  };
}

export function datagramsSegmented(settings: Settings): Suite {
  return {
    name: 'datagrams-segmented',
    title: 'the same between connected sockets, where the kernel cuts 64 datagrams out of one message (UDP_SEGMENT)',
    notes: [...NOTES, 'node:dgram does not know UDP_SEGMENT, and sends each by itself.'],
    unit: 'ns',
    contenders: callContenders({ name: 'datagrams-segmented', scripts: ['raw', 'dgram'], python: false }, settings),
    targets: TARGETS,
  };
}
