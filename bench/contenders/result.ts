// The result door: { ok: true, value } or { ok: false, code, … }.
import type { Loop, Loops } from '../case';
import { endWithOneByte, pair } from './pair';

const { MSG_PEEK, asFd, read, recv, send, write } = require('sockcall/result') as typeof import('../../lib/result');

const SIZE = 64;
const output = Buffer.alloc(SIZE);
const input = Buffer.alloc(SIZE);

export const loops: Loops = {
  'bad-descriptor'(): Loop {
    const bad = asFd(-1);
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) {
        const received = recv(bad, input);
        if (!received.ok && received.code === 'EBADF') seen++;
      }
      return seen;
    };
  },

  'empty-read'(): Loop {
    const [, fd] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) {
        const got = read(fd, input, 0, 0);
        if (got.ok && got.value === 0) seen++;
      }
      return seen;
    };
  },

  peek(): Loop {
    const fd = endWithOneByte();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) {
        const received = recv(fd, input, MSG_PEEK);
        if (received.ok) seen += received.value;
      }
      return seen;
    };
  },

  'send-recv'(): Loop {
    const [a, b] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) {
        const sent = send(a, output);
        const received = recv(b, input);
        if (sent.ok && received.ok) seen += sent.value + received.value;
      }
      return seen;
    };
  },

  'write-read'(): Loop {
    const [a, b] = pair();
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) {
        const written = write(a, output);
        const got = read(b, input);
        if (written.ok && got.ok) seen += written.value + got.value;
      }
      return seen;
    };
  },
};
