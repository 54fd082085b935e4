import { setImmediate } from 'node:timers/promises';
import type { Block } from './block';
import { BlockError, checkBlock } from './block-error';
import { type BlockLengths, calibrate } from './calibrate';
import { type Cell, cellKey } from './cell';
import type { Instruments } from './instruments';
import { Random } from './random';
import { type Slot, scheduleRound } from './schedule';

/** What to measure, and for how long. */
export interface Plan {
  readonly cells: readonly Cell[];
  readonly seed: number;
  /** Milliseconds for warm-up and rounds together; Infinity if only the rounds count. */
  readonly budgetMs: number;
  /** Infinity if only the budget counts. */
  readonly rounds: number;
}

/** Why a run ended. */
export type End = 'budget' | 'rounds' | 'interrupted' | 'failed';

/** What a run measured. */
export interface Run {
  readonly plan: Plan;
  readonly end: End;
  /** What made it fail. */
  readonly failure: BlockError | undefined;
  /** The whole rounds. */
  readonly rounds: number;
  readonly blocks: readonly Block[];
  readonly lengths: BlockLengths;
  /** The clock's cost in each round, in nanoseconds. */
  readonly clock: readonly number[];
  readonly warmUpMs: number;
  readonly elapsedMs: number;
}

export interface Progress {
  /** 0 to 1. */
  readonly done: number;
  /** The rounds that are done; 0 in the warm-up. */
  readonly rounds: number;
}

export interface Hooks {
  /** Ends the run after the current round. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

const WARM_UP_MS_PER_CELL = 20;
const WARM_UP_SHARE = 0.1;

/** Warms up, then measures round after round until the budget or the number of rounds is reached. */
export async function run(plan: Plan, instruments: Instruments, { signal, onProgress }: Hooks): Promise<Run> {
  const random = new Random(plan.seed);
  const start = instruments.now();
  const elapsed = (): number => instruments.now() - start;
  const blocks: Block[] = [];
  const clock: number[] = [];
  let lengths: BlockLengths = new Map();
  let warmUpMs = 0;
  let rounds = 0;
  let end: End | undefined;
  let failure: BlockError | undefined;
  try {
    instruments.renew();
    const msPerCell = Math.min(WARM_UP_MS_PER_CELL, (WARM_UP_SHARE * plan.budgetMs) / plan.cells.length);
    lengths = await calibrate(plan.cells, instruments, { msPerCell, signal });
    warmUpMs = elapsed();
    while (end === undefined) {
      if (signal.aborted) {
        end = 'interrupted';
        break;
      }
      instruments.renew();
      measureRound(rounds, scheduleRound(plan.cells, random), { instruments, lengths, blocks });
      clock.push(instruments.clockCost());
      rounds++;
      end = endAfter(rounds, plan, elapsed(), warmUpMs);
      onProgress?.({ done: doneAfter(rounds, plan, elapsed()), rounds });
      // Lets signals and the progress display come through.
      await setImmediate();
    }
  } catch (error) {
    if (!(error instanceof BlockError)) throw error;
    [end, failure] = ['failed', error];
  }
  return { plan, end, failure, rounds, blocks, lengths, clock, warmUpMs, elapsedMs: elapsed() };
}

interface Bench {
  readonly instruments: Instruments;
  readonly lengths: BlockLengths;
  readonly blocks: Block[];
}

function measureRound(round: number, slots: readonly Slot[], { instruments, lengths, blocks }: Bench): void {
  slots.forEach(({ cell, arm, control }, position) => {
    const counts = instruments.measure(cell, arm, lengths.get(cellKey(cell))!);
    blocks.push({ round, position, ...cell, arm, control, ...counts });
    checkBlock(cell, arm, counts);
  });
}

/** Whether another round is too many, or would not fit into the budget. */
function endAfter(rounds: number, plan: Plan, elapsed: number, warmUp: number): End | undefined {
  if (rounds >= plan.rounds) return 'rounds';
  const perRound = (elapsed - warmUp) / rounds;
  return elapsed + perRound > plan.budgetMs ? 'budget' : undefined;
}

function doneAfter(rounds: number, plan: Plan, elapsed: number): number {
  return Math.min(1, Math.max(rounds / plan.rounds, elapsed / plan.budgetMs));
}
