// koffi: the C library's functions, called without an addon of one's own.
import { constants } from 'node:os';
import koffi from 'koffi';
import type { Loop, Loops } from '../case';
import { endWithOneByte, pair } from './pair';

const { MSG_PEEK } = require('sockcall/raw') as typeof import('../../lib/raw');
const { EBADF } = constants.errno;

type Recv = (fd: number, buffer: Uint8Array, length: number, flags: number) => number;
type Read = (fd: number, buffer: Uint8Array, length: number) => number;

const libc = koffi.load(null);
const recv = libc.func('intptr_t recv(int fd, void *buffer, size_t length, int flags)') as Recv;
const send = libc.func('intptr_t send(int fd, void *buffer, size_t length, int flags)') as Recv;
const read = libc.func('intptr_t read(int fd, void *buffer, size_t length)') as Read;
const write = libc.func('intptr_t write(int fd, void *buffer, size_t length)') as Read;

const SIZE = 64;
const output = Buffer.alloc(SIZE);
const input = Buffer.alloc(SIZE);

export const loops: Loops = {
  // errno is asked for once, at the end: it is a call of its own, which koffi's users may leave out.
  'bad-descriptor'(): Loop {
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) if (recv(-1, input, SIZE, 0) < 0) seen++;
      return koffi.errno() === EBADF ? seen : 0;
    };
  },

  'empty-read'(): Loop {
    const [, fd] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) if (read(fd, input, 0) === 0) seen++;
      return seen;
    };
  },

  peek(): Loop {
    const fd = endWithOneByte();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) seen += recv(fd, input, SIZE, MSG_PEEK);
      return seen;
    };
  },

  'send-recv'(): Loop {
    const [a, b] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) seen += send(a, output, SIZE, 0) + recv(b, input, SIZE, 0);
      return seen;
    };
  },

  'write-read'(): Loop {
    const [a, b] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) seen += write(a, output, SIZE) + read(b, input, SIZE);
      return seen;
    };
  },
};
