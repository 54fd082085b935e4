import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { MSG_DONTWAIT, SHUT_WR, close, recv, shutdown, socketpair } from '../../../../lib';
import { AF_UNIX, SOCK_STREAM, type Fd } from '../../../../lib';
import { type Arm, defineArm, standardArms } from '../../../../lib/compare/calls/arm';
import { Instruments, UNTIMED, measureCallBlock } from '../../../../lib/compare/calls/block';
import type { Counts } from '../../../../lib/compare/experiment';
import { native } from '../../../../lib/core/native';
import { kinds } from '../../../helpers/kinds';
import { withoutPreload } from '../../../helpers/preload';
import { streamPair, unblock, viewsOf, withEnds } from './ends';

const armNamed = (name: string): Arm => standardArms.find((arm) => arm.name === name)!;

/** What comes by descriptor 3 a moment after a signal, while this thread waits. */
const signalThenBytes = (count: number): string =>
  `sleep 0.1; kill -USR2 $PPID; sleep 0.1; head -c ${count} /dev/zero >&3`;

function failureOf({ error, calls, failed }: Counts): unknown[] {
  const { syscall, code } = (error ?? {}) as { syscall?: string; code?: string };
  return [syscall, code, calls, failed];
}

describe('measureCallBlock', () => {
  const instruments = new Instruments({ counters: true });
  after(() => instruments.close());
  const views = viewsOf(instruments);

  for (const { name } of kinds) {
    for (const view of views) {
      it(`counts calls of every arm on ${name}, none of them short, in the view ${view}`, () => {
        withEnds(name, (ends) => {
          for (const arm of standardArms) {
            for (const size of [1, 1024]) {
              const counts = measureCallBlock({ ends, arm, size, calls: 20 }, view, instruments);
              const where = `${arm.name}, ${size} B`;
              assert.deepEqual([counts.calls, counts.short, counts.failed, counts.error], [20, 0, 0, undefined], where);
              const values = counts.samples!['value']!;
              assert.equal(values.length, 20, where);
              assert.ok(
                values.every((value) => value > 0),
                where,
              );
              const sum = values.reduce((total, value) => total + value);
              assert.ok(Math.abs(sum - counts.total) < 1e-6 * sum, where);
            }
          }
          assert.throws(() => recv(ends.receiver, new Uint8Array(1), MSG_DONTWAIT), { code: 'EAGAIN' });
        });
      });
    }
  }

  for (const view of ['native', 'javascript'] as const) {
    it(`makes the calls that it says, the timed ones by the arm, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        const extra: Arm = { name: 'two', direction: 'recv', steps: [{ call: 'poll' }, { call: 'read' }] };
        for (const arm of [...standardArms, defineArm(extra)]) {
          // The compiler's warm-up is over.
          measureCallBlock({ ends, arm, size: 64, calls: 1 }, view, instruments);
          native.startRecording(1000);
          measureCallBlock({ ends, arm, size: 64, calls: 3 }, view, instruments);
          const { records } = native.stopRecording();
          // The clock of the time stamp counter is no call, and clock_gettime is none of the kernel's.
          const timed = arm.steps.map(({ call }) => call);
          const turn = arm.direction === 'recv' ? ['send', ...timed] : [...timed, 'recv'];
          const expected = new Array(UNTIMED + 3).fill(turn).flat() as string[];
          assert.deepEqual(
            records.map(({ name }) => name),
            expected,
            arm.name,
          );
          for (const { name, result } of records)
            assert.equal(result, name.endsWith('mmsg') || name === 'poll' ? 1 : 64);
        }
      });
    });

    it(`passes flags on, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        for (const call of [
          'send',
          'sendto',
          'sendmsg',
          'sendmmsg',
          'recv',
          'recvfrom',
          'recvmsg',
          'recvmmsg',
        ] as const) {
          const direction = call.startsWith('send') ? 'send' : 'recv';
          const arm = defineArm({ name: call, direction, steps: [{ call, flags: MSG_DONTWAIT }] });
          measureCallBlock({ ends, arm, size: 64, calls: 1 }, view, instruments);
          native.startRecording(1000);
          measureCallBlock({ ends, arm, size: 64, calls: 1 }, view, instruments);
          const timed = native
            .stopRecording()
            .records.filter((record) => record.name === call && record.arguments.includes(MSG_DONTWAIT));
          assert.equal(timed.length, UNTIMED + 1, call);
        }
      });
    });

    it(`stops at EPIPE when the peer is closed, in the view ${view}`, () => {
      for (const name of ['send', 'write', 'sendmsg', 'writev', 'sendmmsg']) {
        const [sender, receiver] = socketpair(AF_UNIX, SOCK_STREAM);
        close(receiver);
        const ends = { sender, receiver: sender as Fd, messages: false };
        const counts = measureCallBlock({ ends, arm: armNamed(name), size: 64, calls: 20 }, view, instruments);
        close(sender);
        assert.deepEqual(failureOf(counts), [name, 'EPIPE', 0, 1]);
      }
    });

    it(`names the counterpart if that is what failed, in the view ${view}`, () => {
      const [sender, receiver] = socketpair(AF_UNIX, SOCK_STREAM);
      close(sender);
      const ends = { sender: receiver as Fd, receiver, messages: false };
      const counts = measureCallBlock({ ends, arm: armNamed('recv'), size: 64, calls: 20 }, view, instruments);
      close(receiver);
      assert.deepEqual(failureOf(counts), ['send', 'EPIPE', 0, 1]);
    });

    it(`names the step that failed, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        shutdown(ends.sender, SHUT_WR);
        const arm = defineArm({ name: 'two', direction: 'send', steps: [{ call: 'getsockname' }, { call: 'write' }] });
        const counts = measureCallBlock({ ends, arm, size: 64, calls: 20 }, view, instruments);
        assert.deepEqual(failureOf(counts), ['write', 'EPIPE', 0, 1]);
      });
    });

    it(`has patience though a signal comes between, in the view ${view}`, async () => {
      const block = { arm: armNamed('recv'), size: 64, calls: 1, patience: 60_000 };
      const handled = once(process, 'SIGUSR2');
      const written = withEnds(streamPair, (ends) => {
        // The compiler's warm-up is over.
        measureCallBlock({ ...block, ends }, view, instruments);
        unblock(ends);
        return withEnds(streamPair, ({ sender }) => {
          const child = spawn('sh', ['-c', signalThenBytes(64 * (UNTIMED + 1))], {
            stdio: ['ignore', 'ignore', 'inherit', ends.sender],
            env: withoutPreload(),
          });
          const { calls, error } = measureCallBlock({ ...block, ends: { ...ends, sender } }, view, instruments);
          assert.deepEqual([calls, error], [1, undefined]);
          return once(child, 'close');
        });
      });
      await written;
      await handled;
    });

    it(`stops at EAGAIN if it has no patience, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        unblock(ends);
        withEnds(streamPair, ({ sender }) => {
          for (const name of ['recv', 'read', 'recvmsg', 'readv', 'recvmmsg']) {
            const elsewhere = { ...ends, sender };
            const counts = measureCallBlock(
              { ends: elsewhere, arm: armNamed(name), size: 64, calls: 20 },
              view,
              instruments,
            );
            assert.deepEqual(failureOf(counts), [name, 'EAGAIN', 0, 1]);
          }
        });
      });
    });

    it(`counts EAGAIN where it waits and goes on, and hides none, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        unblock(ends);
        withEnds(streamPair, ({ sender }) => {
          const block = { ends: { ...ends, sender }, arm: armNamed('recv'), size: 64, calls: 20 };
          // Nothing will ever come: poll() tells so after that time, and the block ends.
          const counts = measureCallBlock({ ...block, patience: 1 }, view, instruments);
          assert.deepEqual(failureOf(counts), ['recv', 'EAGAIN', 0, 1]);
        });
        // The queue is full at first: the other end has to make room, and never does.
        const filled = measureCallBlock(
          { ends, arm: armNamed('send'), size: 64, calls: 20, patience: 1000 },
          view,
          instruments,
        );
        assert.deepEqual([filled.calls, filled.failed, filled.extra], [20, 0, undefined]);
      });
    });

    it(`counts short calls, in the view ${view}`, () => {
      withEnds(streamPair, (ends) => {
        shutdown(ends.sender, SHUT_WR);
        // The end of the stream is always there to be read, and the other direction takes the counterpart's messages.
        const same = { ...ends, sender: ends.receiver };
        const counts = measureCallBlock({ ends: same, arm: armNamed('recv'), size: 64, calls: 20 }, view, instruments);
        assert.deepEqual([counts.calls, counts.short, counts.failed], [20, 20, 0]);
      });
    });
  }
});
