import { setImmediate } from 'node:timers/promises';
import type { Bench, Experiment } from '../experiment';
import type { ProcessRecord } from '../record';
import { checkBlock } from './block-error';
import { BlockTimes } from './block-times';
import { blockMs, shortened, trialLengths } from './lengths';
import { measureBlock } from './measure-block';
import { Watch } from './watch';

/** A cell through one pair of eyes, with what the warm-up learns of it. */
class Warming {
  private readonly ms: number;
  private readonly fixed: number | undefined;
  private readonly times = new BlockTimes();
  private readonly trials: Iterator<number, void, undefined>;
  /** The length that is to be tried next, if one is. */
  private trial: IteratorResult<number, void>;
  private readonly watch = new Watch();
  /** The calls of a block as long as the test for steadiness is to have them, once that is known. */
  private short: number | undefined;

  constructor(
    private readonly experiment: Experiment,
    readonly cell: number,
    readonly view: string,
    private readonly isFirst: boolean,
  ) {
    this.ms = blockMs(isFirst);
    this.fixed = experiment.calls?.(experiment.cells[cell]!);
    this.trials = this.fixed === undefined ? trialLengths(this.times) : [][Symbol.iterator]();
    this.trial = this.trials.next();
  }

  /** The calls that a block is to have. */
  get calls(): number {
    return this.fixed ?? this.times.callsFor(this.ms);
  }

  /**
   * Whether its latest blocks are steady. Views that no verdict is on have been run often enough when their blocks' lengths are
   * known, all cells of them together.
   */
  get steady(): boolean {
    return this.isFirst ? this.watch.steady : this.trial.done === true;
  }

  /** Measures a block of each arm, and looks whether the latest of them are steady. */
  async step(bench: Bench, now: () => number): Promise<void> {
    if (!this.trial.done) {
      await this.blocks(bench, now, this.trial.value);
      this.trial = this.trials.next();
      return;
    }
    this.short ??= shortened(this.calls);
    this.watch.add(await this.blocks(bench, now, this.short));
  }

  /** A block of each arm; the sum of their means. */
  private async blocks(bench: Bench, now: () => number, calls: number): Promise<number> {
    const cell = this.experiment.cells[this.cell]!;
    const { baseline, candidates } = this.experiment.contest(cell);
    let sum = 0;
    for (const arm of [baseline, ...candidates]) {
      const start = now();
      const counts = await measureBlock(bench, cell, arm, this.view, calls);
      checkBlock(cell, arm, this.view, counts);
      this.times.add(calls, now() - start);
      sum += counts.total / Math.max(1, counts.calls);
    }
    return sum;
  }
}

export interface WarmUpResult {
  readonly warmUp: ProcessRecord['warmUp'];
  /** The calls of a block, by cell and view. */
  readonly lengths: readonly ReadonlyMap<string, number>[];
}

export interface WarmUpLimits {
  /** How long it may take at most. Every arm, cell and view is run once in any case. */
  readonly ms: number;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Called now and then, with the number of cells that are steady. */
  readonly onStep: (steady: number) => Promise<unknown>;
}

/** How often is said how far it is. */
const TELL_MS = 200;

/**
 * Runs every cell until the latest of its blocks are steady, and chooses, for all eyes, how many calls a block has.
 * The blocks are as those that will be measured, but shorter. A cell that was found steady is not run again, so that
 * those that are not have the rest of the time.
 */
export async function warmUp(experiment: Experiment, bench: Bench, limits: WarmUpLimits): Promise<WarmUpResult> {
  const { ms, signal, now, onStep } = limits;
  const start = now();
  const all = experiment.cells.flatMap((cell, index) =>
    experiment.views(cell).map((view, place) => new Warming(experiment, index, view, place === 0)),
  );
  const unsteady = (): number[] => [...new Set(all.filter(({ steady }) => !steady).map(({ cell }) => cell))];
  let left = all;
  let [first, told] = [true, start];
  while (left.length > 0 && (first || now() - start < ms) && !signal.aborted) {
    for (const each of left) {
      if (signal.aborted || (!first && now() - start >= ms)) break;
      await each.step(bench, now);
      if (now() - told < TELL_MS) continue;
      told = now();
      await onStep(experiment.cells.length - unsteady().length);
    }
    left = left.filter(({ steady }) => !steady);
    first = false;
    await setImmediate();
  }
  const lengths = experiment.cells.map(() => new Map<string, number>());
  for (const { cell, view, calls } of all) lengths[cell]!.set(view, calls);
  return { warmUp: { ms: now() - start, steady: left.length === 0, unsteady: unsteady() }, lengths };
}
