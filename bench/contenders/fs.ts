// Node's own fs.readSync and fs.writeSync. fs refuses -1 before any system call and answers a length of 0 by itself,
// so the bad descriptor is another one here, and two cases are absent.
import { readSync, writeSync } from 'node:fs';
import type { Loop, Loops } from '../case';
import { pair } from './pair';

const SIZE = 64;
const BAD_DESCRIPTOR = 0x7fffffff;
const output = Buffer.alloc(SIZE);
const input = Buffer.alloc(SIZE);

export const loops: Loops = {
  'bad-descriptor'(): Loop {
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) {
        try {
          readSync(BAD_DESCRIPTOR, input, 0, SIZE, null);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'EBADF') seen++;
        }
      }
      return seen;
    };
  },

  'write-read': transfer,
  'send-recv': transfer,
};

function transfer(): Loop {
  const [a, b] = pair();
  return (operations) => {
    let seen = 0;
    for (let i = 0; i < operations; i++) {
      seen += writeSync(a, output, 0, SIZE, null) + readSync(b, input, 0, SIZE, null);
    }
    return seen;
  };
}
