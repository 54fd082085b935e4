// The throwing door: the value, or a SyscallError is thrown.
import type { Loop, Loops } from '../case';
import { endWithOneByte, pair } from './pair';

const { MSG_PEEK, asFd, isSyscallError, read, recv, send, write } = require('sockcall') as typeof import('../../lib');

const SIZE = 64;
const output = Buffer.alloc(SIZE);
const input = Buffer.alloc(SIZE);

export const loops: Loops = {
  'bad-descriptor'(): Loop {
    const bad = asFd(-1);
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) {
        try {
          recv(bad, input);
        } catch (error) {
          if (isSyscallError(error) && error.code === 'EBADF') seen++;
        }
      }
      return seen;
    };
  },

  'empty-read'(): Loop {
    const [, fd] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) if (read(fd, input, 0, 0) === 0) seen++;
      return seen;
    };
  },

  peek(): Loop {
    const fd = endWithOneByte();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) seen += recv(fd, input, MSG_PEEK);
      return seen;
    };
  },

  'send-recv'(): Loop {
    const [a, b] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) seen += send(a, output) + recv(b, input);
      return seen;
    };
  },

  'write-read'(): Loop {
    const [a, b] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) seen += write(a, output) + read(b, input);
      return seen;
    };
  },
};
