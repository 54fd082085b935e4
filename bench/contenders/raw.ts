// The raw door: an integer, the value or -errno.
import { constants } from 'node:os';
import type { Loop, Loops } from '../case';
import { endWithOneByte, pair } from './pair';
import { udpPair, udpSockets } from './udp';

const { MSG_PEEK, MessageBatch, read, recv, recvmmsg, send, sendmmsg, write } =
  require('sockcall/raw') as typeof import('../../lib/raw');
const { IPPROTO_UDP, UDP_SEGMENT, getsockname, setsockopt } = require('sockcall') as typeof import('../../lib');
const { EBADF } = constants.errno;

const SIZE = 64;
const BATCH = 64;
const output = Buffer.alloc(SIZE);
const input = Buffer.alloc(SIZE);

export const loops: Loops = {
  'bad-descriptor'(): Loop {
    return (operations) => {
      let seen = 0;
      for (let i = 0; i < operations; i++) if (recv(-1, input) === -EBADF) seen++;
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

  datagrams(): Loop {
    const [a, b] = udpPair();
    const out = new MessageBatch(BATCH, { size: SIZE, address: false });
    out.lengths.fill(SIZE);
    return batches(b, false, (count) => sendmmsg(a, out, 0, 0, count) === count);
  },

  'datagrams-to'(): Loop {
    const [a, b] = udpSockets();
    const out = new MessageBatch(BATCH, { size: SIZE });
    for (let i = 0; i < BATCH; i++) out.put(i, output, getsockname(b));
    return batches(b, true, (count) => sendmmsg(a, out, 0, 0, count) === count);
  },

  'datagrams-segmented'(): Loop {
    const [a, b] = udpPair();
    setsockopt(a, IPPROTO_UDP, UDP_SEGMENT, SIZE);
    const out = new MessageBatch(1, { size: BATCH * SIZE, address: false });
    return batches(b, false, (count) => {
      out.lengths[0] = count * SIZE;
      return sendmmsg(a, out) === 1;
    });
  },
};

function batches(to: number, address: boolean, sendBatch: (count: number) => boolean): Loop {
  const incoming = new MessageBatch(BATCH, { size: SIZE, address });
  return (operations) => {
    let seen = 0;
    for (let done = 0; done < operations; done += BATCH) {
      const count = Math.min(BATCH, operations - done);
      if (!sendBatch(count)) throw new Error('sendmmsg');
      if (recvmmsg(to, incoming, 0, undefined, 0, count) !== count) throw new Error('recvmmsg');
      for (let i = 0; i < count; i++) seen += incoming.lengths[i]!;
    }
    return seen;
  };
}
