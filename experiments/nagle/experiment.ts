import { AF_INET, type Fd, SOCK_STREAM, bind, close, getsockname, inet, listen, runBlocking, socket } from 'sockcall';
import { type Counts, defineExperiment } from 'sockcall/compare';
import { converse } from './conversation';
import { peer } from './peer';
import { WAYS, type WayName } from './way';

/** Nobody waits longer for an answer over loopback, unless for a timer. */
const STALL_US = 10_000;

/** How long it takes to ask in two parts and to get an answer, by how the parts are sent. */
export const nagle = defineExperiment({
  name: 'nagle',
  title: "Does Nagle's algorithm stall a request of two writes, and what helps?",
  quantity: {
    name: 'time of an exchange',
    unit: 'µs',
    better: 'less',
    verb: 'takes',
    band: { absolute: 1, percent: 1 },
  },
  options: { sizes: [64, 16384, 98304] as readonly number[], exchanges: 2 },
  factors: ({ sizes }) => ({ size: { title: 'size of each part', levels: sizes, unit: 'B', word: 'with parts of' } }),
  arms: Object.keys(WAYS) as WayName[],
  armTitles: {
    'write-write': 'two sends',
    'one write': 'one writev()',
    TCP_NODELAY: 'TCP_NODELAY',
    MSG_MORE: 'MSG_MORE',
    TCP_CORK: 'TCP_CORK',
    TCP_QUICKACK: 'TCP_QUICKACK at the peer',
  },
  views: () => ['javascript'],
  calls: (_cell, { exchanges }) => exchanges,
  open: () => {
    const listener = socket(AF_INET, SOCK_STREAM);
    bind(listener, inet('127.0.0.1', 0));
    listen(listener);
    const { port } = getsockname(listener) as { port: number };
    const answering = runBlocking(peer, listener as Fd);
    return {
      measure: ({ size }, arm, _view, calls): Counts => {
        const { us, held, delayedAcks, settling } = converse(port, arm, size, calls);
        const before = settling.findIndex((time) => time > STALL_US);
        return {
          calls,
          total: us.reduce((sum, time) => sum + time, 0),
          short: 0,
          failed: 0,
          extra: {
            stalled: us.filter((time) => time > STALL_US).length,
            delayedAcks,
            held: held * calls,
            // How many exchanges of a new connection go well; as a total, like the others.
            unstalledFirst: (before === -1 ? settling.length : before) * calls,
          },
          samples: { value: us },
        };
      },
      close: async () => {
        await answering.stop();
        close(listener);
      },
    };
  },
});
