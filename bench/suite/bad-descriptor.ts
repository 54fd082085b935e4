import { callContenders } from './call';
import type { Settings, Suite } from './suite';

export function badDescriptor(settings: Settings): Suite {
  return {
    name: 'bad-descriptor',
    title: 'recv on a bad descriptor: EBADF',
    notes: [
      'The kernel does nothing, so what is left is the price of a call, and of an error.',
      'throwing door, fs and python3 make an exception, which is caught: their price per call is in the next two tables.',
      'fs: readSync of descriptor 2147483647, since it refuses -1 by itself. python3: socket.recv_into, closed behind its back.',
    ],
    unit: 'ns',
    contenders: callContenders(
      {
        name: 'bad-descriptor',
        scripts: ['raw', 'throwing', 'result', 'fs', 'koffi'],
        slow: ['throwing', 'fs'],
      },
      settings,
    ),
    targets: [{ contender: 'raw door', over: 'difference', atMost: 40 }],
  };
}
