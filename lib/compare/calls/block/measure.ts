import { wrongValue } from '../../../core/misuse';
import type { Counts } from '../../experiment';
import type { Block, BlockView } from './block';
import { fillQueue } from './fill';
import type { Instruments } from './instruments';
import { runJavaScript } from './javascript';
import { runNative } from './native';
import { type Found, type Loop, planOf, stepsRefused } from './plan';

/**
 * Measures one block of call cost: one message at a time, of which the arm's calls are timed and the other end's are not.
 * Both ends are in this thread, so nothing ever waits.
 *
 * @param block - the arm's direction is `send` or `recv`; for `none`, the arm is measured alone.
 * @returns `extra` has `eagain` if calls answered EAGAIN and were made again after poll(), and in the view `counters`
 *   what was counted, less what counting adds.
 */
export function measureCallBlock(block: Block, view: BlockView, instruments: Instruments): Counts {
  if (block.arm.direction === 'none') return measureAloneBlock(block, view, instruments);
  return measure('call', block, view, instruments);
}

/**
 * Measures one block of an arm's calls and nothing else.
 * @throws TypeError for an arm that moves messages, which nobody would take away.
 */
export function measureAloneBlock(block: Block, view: BlockView, instruments: Instruments): Counts {
  checkMovesNothing(block);
  return measure('alone', block, view, instruments);
}

/**
 * Measures one block of an arm's calls, made at the sender, between exchanges of messages that are not timed: the calls find
 * in the processor's caches what they would find beside a call that moves a message.
 * @throws TypeError as `measureAloneBlock` does.
 */
export function measureBetweenBlock(block: Block, view: BlockView, instruments: Instruments): Counts {
  checkMovesNothing(block);
  return measure('between', block, view, instruments);
}

function checkMovesNothing({ arm }: Block): void {
  if (arm.direction !== 'none') throw wrongValue('arm', "must be of direction 'none' to be measured alone", arm.name);
}

/**
 * Measures one block of calls that answer EAGAIN: the ends must not block. For an arm that receives, nothing may be queued;
 * for one that sends, the queue is filled before, and emptied again after.
 *
 * @returns `calls` are those that answered EAGAIN; `extra.unexpected` those that moved bytes instead. If none did as
 *   expected, that is the block's `error`.
 */
export function measureEagainBlock(block: Block, view: BlockView, instruments: Instruments): Counts {
  const empty = block.arm.direction === 'send' ? fillQueue(block.ends, block.size) : undefined;
  try {
    const counts = measure('eagain', block, view, instruments);
    if (counts.calls > 0 || counts.error !== undefined || block.calls === 0) return counts;
    const error = new Error(`none of ${block.calls} calls of '${block.arm.name}' answered EAGAIN`);
    return { ...counts, error };
  } finally {
    empty?.();
  }
}

function measure(loop: Loop, block: Block, view: BlockView, instruments: Instruments): Counts {
  const plan = planOf(block);
  if (view === 'javascript') return countsOf(runJavaScript(loop, plan));
  const { clock, counters } = instruments;
  // The clock and the counters are read for each step, and one reading is in the overhead that all arms have.
  const refused = stepsRefused(plan.steps);
  const steps = loop === 'eagain' ? refused : plan.steps.length;
  const surplus = steps > 1 ? (steps - 1) * instruments.stepCost(view) : 0;
  if (view === 'native') return countsOf(runNative(loop, plan, { clock, surplus }));
  if (counters === undefined) throw new Error('there are no counters here: see the notes');
  const cost = instruments.counterCost();
  const found = runNative(loop, plan, { clock, counters, surplus });
  // What is not among the values was counted, too.
  const counted = found.calls * steps + found.eagain * refused + found.unexpected * plan.steps.length;
  const extra = Object.entries(counters.read()).map(([name, count]) => [name, count - counted * cost[name]!]);
  return countsOf(found, Object.fromEntries(extra) as Record<string, number>);
}

/** What was found, with what does not happen in most blocks left out. */
function countsOf({ eagain, unexpected, ...counts }: Found, counted: Record<string, number> = {}): Counts {
  const extra = { ...counted, ...(eagain > 0 && { eagain }), ...(unexpected > 0 && { unexpected }) };
  return Object.keys(extra).length === 0 ? counts : { ...counts, extra };
}
