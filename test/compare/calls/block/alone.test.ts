import assert from 'node:assert/strict';
import {
  type StepCall,
  availableStepCalls,
  defineArm,
  standardArms,
  stepCalls,
} from '../../../../lib/compare/calls/arm';
import {
  Instruments,
  UNTIMED,
  measureAloneBlock,
  measureBetweenBlock,
  measureCallBlock,
} from '../../../../lib/compare/calls/block';
import { native } from '../../../../lib/core/native';
import { streamPair, viewsOf, withEnds } from './ends';

const alone = (call: StepCall): ReturnType<typeof defineArm> =>
  defineArm({ name: call, direction: 'none', steps: [{ call }] });
const cheap = availableStepCalls.filter((call) => stepCalls[call].moves === 'none');

describe('measureAloneBlock', () => {
  const instruments = new Instruments({ counters: true });
  after(() => instruments.close());
  const views = viewsOf(instruments);

  for (const view of views) {
    it(`measures calls that move nothing, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        for (const call of cheap) {
          const block = { ends, arm: alone(call), size: 64, calls: 20 };
          for (const measure of [measureAloneBlock, measureCallBlock, measureBetweenBlock]) {
            const counts = measure(block, view, instruments);
            assert.deepEqual([counts.calls, counts.short, counts.failed, counts.error], [20, 0, 0, undefined], call);
          }
        }
      });
    });
  }

  for (const view of ['native', 'javascript'] as const) {
    it(`makes the calls that it says, and no other, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        for (const call of cheap) {
          const block = { ends, arm: alone(call), size: 64, calls: 3 };
          const made = (measure: typeof measureAloneBlock): string[] => {
            measure({ ...block, calls: 1 }, view, instruments);
            native.startRecording(1000);
            measure(block, view, instruments);
            return native.stopRecording().records.map(({ name }) => name);
          };
          assert.deepEqual(made(measureAloneBlock), new Array(UNTIMED + 3).fill(call));
          assert.deepEqual(made(measureBetweenBlock), new Array(UNTIMED + 3).fill([call, 'send', 'recv']).flat());
        }
      });
    });

    it(`ends where a call fails, in the view ${view}`, () => {
      const ends = { sender: -1, receiver: -1, messages: false } as unknown as Parameters<
        typeof measureAloneBlock
      >[0]['ends'];
      for (const call of cheap.filter((each) => each !== 'poll')) {
        const { calls, failed, error } = measureAloneBlock(
          { ends, arm: alone(call), size: 1, calls: 20 },
          view,
          instruments,
        );
        assert.deepEqual([calls, failed, error!.message], [0, 1, `${call} EBADF`]);
      }
    });
  }

  it('is not for arms that move a message, since nobody would take it away', () => {
    withEnds(streamPair, (ends) => {
      const block = { ends, arm: standardArms[0]!, size: 1, calls: 1 };
      assert.throws(() => measureAloneBlock(block, 'native', instruments), { code: 'ERR_INVALID_ARG_VALUE' });
      assert.throws(() => measureBetweenBlock(block, 'native', instruments), { code: 'ERR_INVALID_ARG_VALUE' });
    });
  });
});
