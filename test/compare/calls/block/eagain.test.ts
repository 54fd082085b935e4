import assert from 'node:assert/strict';
import { MSG_DONTWAIT, recv, send } from '../../../../lib';
import { defineArm, standardArms } from '../../../../lib/compare/calls/arm';
import { Instruments, UNTIMED, measureEagainBlock } from '../../../../lib/compare/calls/block';
import { native } from '../../../../lib/core/native';
import { kinds } from '../../../helpers/kinds';
import { streamPair, unblock, viewsOf, withEnds } from './ends';

describe('measureEagainBlock', () => {
  const instruments = new Instruments({ counters: true });
  after(() => instruments.close());
  const views = viewsOf(instruments);

  for (const { name } of kinds) {
    // UDP throws away what does not fit.
    const arms = standardArms.filter(({ direction }) => direction === 'recv' || !name.startsWith('UDP'));
    for (const view of views) {
      it(`counts calls that answer EAGAIN on ${name}, and leaves nothing behind, in the view ${view}`, () => {
        withEnds(name, (ends) => {
          unblock(ends);
          for (const arm of arms) {
            const counts = measureEagainBlock({ ends, arm, size: 64, calls: 20 }, view, instruments);
            assert.deepEqual([counts.calls, counts.failed, counts.error], [20, 0, undefined], arm.name);
            assert.equal(counts.samples!['value']!.length, 20);
            assert.throws(() => recv(ends.receiver, new Uint8Array(1)), { code: 'EAGAIN' }, arm.name);
            assert.equal(send(ends.sender, new Uint8Array(64), MSG_DONTWAIT), 64);
            assert.equal(recv(ends.receiver, new Uint8Array(64)), 64);
          }
        });
      });
    }
  }

  for (const view of ['native', 'javascript'] as const) {
    it(`counts calls that move bytes instead, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        unblock(ends);
        const arm = standardArms.find(({ name }) => name === 'recv')!;
        // To warm the compiler up would take them away.
        measureEagainBlock({ ends, arm, size: 8, calls: 1 }, view, instruments);
        send(ends.sender, new Uint8Array((UNTIMED + 3) * 8));
        const counts = measureEagainBlock({ ends, arm, size: 8, calls: 20 }, view, instruments);
        assert.deepEqual([counts.calls, counts.failed, counts.extra], [17, 0, { unexpected: 3 }]);
        assert.equal(counts.samples!['value']!.length, 17);
      });
    });

    it(`says so if none answers EAGAIN, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        unblock(ends);
        const arm = standardArms.find(({ name }) => name === 'recv')!;
        measureEagainBlock({ ends, arm, size: 8, calls: 1 }, view, instruments);
        send(ends.sender, new Uint8Array(1000));
        const counts = measureEagainBlock({ ends, arm, size: 8, calls: 20 }, view, instruments);
        assert.equal(counts.calls, 0);
        assert.match(counts.error!.message, /^none of 20 calls of 'recv' answered EAGAIN$/);
      });
    });

    it(`ends at another errno, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        const gone = { ...ends, receiver: -1 as typeof ends.receiver };
        const arm = standardArms.find(({ name }) => name === 'read')!;
        const { calls, failed, error } = measureEagainBlock({ ends: gone, arm, size: 8, calls: 20 }, view, instruments);
        assert.deepEqual([calls, failed, (error as { code?: string }).code], [0, 1, 'EBADF']);
      });
    });
  }

  it('takes off what counting costs for each step that was made, and not for those that EAGAIN left out', function () {
    const { counters } = instruments;
    if (counters === undefined) return this.skip();
    withEnds(streamPair, (ends) => {
      unblock(ends);
      const arm = defineArm({
        name: 'recv and fcntl',
        direction: 'recv',
        steps: [{ call: 'recv' }, { call: 'fcntl' }],
      });
      measureEagainBlock({ ends, arm, size: 8, calls: 1 }, 'counters', instruments);
      send(ends.sender, new Uint8Array((UNTIMED + 3) * 8));
      const counts = measureEagainBlock({ ends, arm, size: 8, calls: 20 }, 'counters', instruments);
      const counted = counters.read();
      const cost = instruments.counterCost();
      assert.deepEqual([counts.calls, counts.extra!['unexpected']], [17, 3]);
      for (const name of counters.names) assert.equal(counts.extra![name], counted[name]! - (17 + 2 * 3) * cost[name]!);
    });
  });

  it('fills the queue of who sends, and says so where that can never be full', () => {
    withEnds('UDP over IPv4', (ends) => {
      unblock(ends);
      const arm = standardArms.find(({ name }) => name === 'send')!;
      assert.throws(() => measureEagainBlock({ ends, arm, size: 1, calls: 20 }, 'native', instruments), /never fills/);
    });
  });

  it('makes only the calls of the arm while the time runs', () => {
    withEnds(streamPair, (ends) => {
      unblock(ends);
      const arm = standardArms.find(({ name }) => name === 'readv')!;
      native.startRecording(1000);
      measureEagainBlock({ ends, arm, size: 8, calls: 5 }, 'native', instruments);
      const { records } = native.stopRecording();
      assert.deepEqual(
        records.map(({ name, result }) => [name, result]),
        new Array(UNTIMED + 5).fill(['readv', -11]),
      );
    });
  });
});
