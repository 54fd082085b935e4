import { callContenders } from './call';
import type { Settings, Suite, Target } from './suite';

const targets: readonly Target[] = [
  { contender: 'raw door', over: 'ratio', atMost: 1.15 },
  { contender: 'throwing door', over: 'ratio', atMost: 1.15 },
];

const scripts = ['raw', 'throwing', 'result', 'fs', 'koffi'] as const;

export function sendRecv(settings: Settings): Suite {
  return {
    name: 'send-recv',
    title: '64 bytes by send and recv over an AF_UNIX stream socketpair, in one thread',
    notes: ['An operation is both calls. fs: writeSync and readSync. python3: socket.send and recv_into.'],
    unit: 'ns',
    contenders: callContenders({ name: 'send-recv', scripts }, settings),
    targets,
  };
}

export function writeRead(settings: Settings): Suite {
  return {
    name: 'write-read',
    title: '64 bytes by write and read over the same',
    notes: ['An operation is both calls. fs: writeSync and readSync. python3: os.write and os.readv.'],
    unit: 'ns',
    contenders: callContenders({ name: 'write-read', scripts }, settings),
    targets,
  };
}
