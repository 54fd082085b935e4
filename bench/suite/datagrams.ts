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

type Name = 'datagrams' | 'datagrams-to' | 'datagrams-segmented';

function suite(name: Name, title: string, settings: Settings, note: readonly string[] = []): Suite {
  return {
    name,
    title,
    notes: [...NOTES, ...note],
    unit: 'ns',
    contenders: callContenders({ name, scripts: ['raw', 'dgram'], python: false }, settings),
    targets: TARGETS,
  };
}

export function datagrams(settings: Settings): Suite {
  const title = '64 bytes by UDP over loopback, in one thread, in batches of 64, between connected sockets';
  return suite('datagrams', title, settings);
}

export function datagramsTo(settings: Settings): Suite {
  const title = 'the same between sockets that are not connected';
  return suite('datagrams-to', title, settings, ['Each datagram has its destination, and tells who sent it.']);
}

export function datagramsSegmented(settings: Settings): Suite {
  const title =
    'the same between connected sockets, where the kernel cuts 64 datagrams out of one message (UDP_SEGMENT)';
  const note = 'node:dgram does not know UDP_SEGMENT, and sends each by itself.';
  return suite('datagrams-segmented', title, settings, [note]);
}
