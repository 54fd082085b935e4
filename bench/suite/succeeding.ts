import { callContenders } from './call';
import type { Settings, Suite, Target } from './suite';

/** The targets for the price of a call, over the same in C. */
const targets: readonly Target[] = [
  { contender: 'raw door', over: 'difference', atMost: 40 },
  { contender: 'throwing door', over: 'difference', atMost: 45 },
];

export function emptyRead(settings: Settings): Suite {
  return {
    name: 'empty-read',
    title: 'a call that succeeds at almost no cost: read of 0 bytes from a socket',
    notes: [
      'What a call costs when nothing is thrown. fs is absent, because it answers a length of 0 without a call.',
      'python3: os.read.',
    ],
    unit: 'ns',
    contenders: callContenders({ name: 'empty-read', scripts: ['raw', 'throwing', 'result', 'koffi'] }, settings),
    targets,
  };
}

export function peek(settings: Settings): Suite {
  return {
    name: 'peek',
    title: 'another one: recv with MSG_PEEK, one byte waiting',
    notes: ['The same price, on a call that does some work. fs has no flags. python3: socket.recv_into.'],
    unit: 'ns',
    contenders: callContenders({ name: 'peek', scripts: ['raw', 'throwing', 'result', 'koffi'] }, settings),
    targets,
  };
}
