import { type Counts, defineExperiment } from 'sockcall/compare';
import { ARMS, MESSAGE, type Moment, attempt } from './attempt';
import type { Transport } from './pair';

const TRANSPORTS: readonly Transport[] = ['unix', 'tcp'];
const MOMENTS: readonly Moment[] = ['first', 'second', 'blocking'];
const KiB = 1024;

/** How many bytes a call takes that is given more than there is room for, by what SO_SNDBUF was set to. */
export const shortWrites = defineExperiment({
  name: 'short-writes',
  title: 'How much does one call take, and what has SO_SNDBUF to do with it?',
  quantity: {
    name: 'bytes taken by a call',
    unit: 'B',
    better: 'more',
    verb: 'takes',
    band: { absolute: 64, percent: 1 },
  },
  options: { sizes: [4 * KiB, 16 * KiB, 64 * KiB, 256 * KiB, 1024 * KiB] as readonly number[] },
  factors: ({ sizes }) => ({
    transport: {
      title: 'transport',
      levels: TRANSPORTS,
      titles: { unix: 'an AF_UNIX socketpair', tcp: 'TCP loopback' },
    },
    call: {
      title: 'call',
      levels: MOMENTS,
      word: 'in',
      titles: {
        first: 'the first non-blocking call',
        second: 'the second non-blocking call',
        blocking: 'a blocking call with SO_SNDTIMEO',
      },
    },
    sndbuf: { title: 'SO_SNDBUF as set', levels: sizes, unit: 'B', word: 'with SO_SNDBUF set to' },
  }),
  arms: ARMS,
  armTitles: { send: 'send()', write: 'write()' },
  views: () => ['bytes'],
  // A blocking call waits its whole timeout.
  calls: ({ call }) => (call === 'blocking' ? 1 : 4),
  open: () => ({
    measure: ({ transport, call, sndbuf }, arm, _view, calls) => {
      const outcomes = Array.from({ length: calls }, () => attempt(transport, sndbuf, call, arm));
      const sum = (of: (outcome: (typeof outcomes)[number]) => number): number =>
        outcomes.reduce((total, outcome) => total + of(outcome), 0);
      return {
        calls,
        total: sum(({ taken }) => taken),
        short: sum(({ taken, eagain }) => Number(!eagain && taken < MESSAGE.length)),
        failed: 0,
        extra: {
          granted: sum(({ granted }) => granted),
          arrived: sum(({ arrived }) => arrived),
          unsent: sum(({ unsent }) => unsent),
          eagain: sum(({ eagain }) => Number(eagain)),
        },
        samples: { value: Float64Array.from(outcomes, ({ taken }) => taken) },
      } satisfies Counts;
    },
    notes: () => TRANSPORTS.map(untouched),
  }),
});

/** What a program sees that sets nothing. */
function untouched(transport: Transport): string {
  const { taken, granted } = attempt(transport, undefined, 'first', 'send');
  const name = transport === 'tcp' ? 'TCP loopback' : 'an AF_UNIX socketpair';
  return `On ${name}, with SO_SNDBUF as the kernel has it (${granted} B), the first send() takes ${taken} B.`;
}
