import {
  type Arm,
  type CallOptions,
  type Counts,
  type Experiment,
  defineArm,
  defineExperiment,
} from '../../lib/compare';
import { type Equal, same } from './equal';

// Cells, arms and options are known by their names and levels, in every function of a definition.
export const known = defineExperiment({
  name: 'known',
  title: 'Known?',
  options: { deep: true, sizes: [1] as readonly number[] },
  factors: { transport: ['tcp', 'unix'], size: { title: 'size', unit: 'B', levels: [1, 64] }, on: [true, false] },
  arms: ['send', 'write'],
  armTitles: { send: 'send()' },
  where: (cell, options) => {
    same<Equal<(typeof cell)['transport'], 'tcp' | 'unix'>>();
    same<Equal<(typeof cell)['size'], 1 | 64>>();
    same<Equal<(typeof cell)['on'], boolean>>();
    same<Equal<(typeof options)['deep'], boolean>>();
    // @ts-expect-error there is no such factor
    return cell.colour === 'red';
  },
  open: ({ sizes }) => ({
    measure: (cell, arm, view, calls): Counts => {
      same<Equal<typeof arm, 'send' | 'write'>>();
      // @ts-expect-error there is no such level
      if (cell.transport === 'udp') throw new Error(view);
      return { calls, total: sizes.length, short: 0, failed: 0 };
    },
  }),
});

same<Equal<ReturnType<typeof known>, Experiment>>();
known();
known({ deep: false });
// @ts-expect-error there is no such option
known({ shallow: true });
// @ts-expect-error it is a boolean
known({ deep: 'very' });

// The factors may depend on the options.
defineExperiment({
  name: 'n',
  title: 'N?',
  options: { most: 3 },
  factors: ({ most }) => ({ n: [...Array(most).keys()] }),
  arms: ['a', 'b'],
  open: () => ({ value: ({ n }, arm) => (arm === 'a' ? n : n + 1) }),
});

defineExperiment({
  name: 'no bench',
  title: 'No bench?',
  factors: {},
  arms: ['a', 'b'],
  // @ts-expect-error it has neither `measure` nor `value`
  open: () => ({ close: () => {} }),
});

defineExperiment({
  name: 'contest',
  title: 'Contest?',
  factors: { n: [1, 2] },
  arms: ['a', 'b', 'c'],
  contest: ({ n }) => ({ baseline: 'b', candidates: n === 1 ? ['a'] : ['a', 'c'] }),
  open: () => ({
    value: (_cell, arm) => {
      same<Equal<typeof arm, 'a' | 'b' | 'c'>>();
      return 1;
    },
  }),
});

defineExperiment({
  name: 'stranger',
  title: 'Stranger?',
  factors: {},
  arms: ['a', 'b'],
  // @ts-expect-error there is no such arm
  contest: () => ({ baseline: 'a', candidates: ['nonsense'] }),
  open: () => ({ value: () => 1 }),
});

defineExperiment({
  name: 'titles',
  title: 'Titles?',
  factors: {},
  arms: ['a', 'b'],
  // @ts-expect-error there is no such arm
  armTitles: { c: 'C' },
  open: () => ({ value: () => 1 }),
});

// @ts-expect-error there is no such call
defineArm({ name: 'x', direction: 'send', steps: [{ call: 'sned' }] });
// @ts-expect-error a direction is send, recv or none
export const up: Arm = { name: 'x', direction: 'up', steps: [] };
// @ts-expect-error there is no such transport
export const transports: CallOptions['transports'] = ['tcp', 'sctp'];
