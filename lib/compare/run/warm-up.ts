import { setImmediate } from 'node:timers/promises';
import type { Bench, Experiment } from '../experiment';
import type { ProcessRecord } from '../record';
import { isSteady } from '../statistics';
import { checkBlock } from './block-error';
import { FIRST_CALLS, WARM_UP_PART, blockMs, callsFor } from './lengths';

/** A cell through one pair of eyes, with what the warm-up learns of it. */
class Warming {
  private readonly ms: number;
  private readonly fixed: number | undefined;
  private readonly means: number[] = [];
  /** The fastest that was seen: the others were disturbed, or still cold. */
  private fastest = Infinity;
  steady = false;

  constructor(
    private readonly experiment: Experiment,
    readonly cell: number,
    readonly view: string,
    isFirst: boolean,
  ) {
    this.ms = blockMs(isFirst);
    this.fixed = experiment.calls?.(experiment.cells[cell]!);
  }

  /** The calls that a block is to have. */
  get calls(): number {
    return this.fixed ?? (this.fastest === Infinity ? FIRST_CALLS : callsFor(this.ms, this.fastest));
  }

  private get shortCalls(): number {
    if (this.fixed !== undefined) return Math.ceil(this.fixed * WARM_UP_PART);
    return this.fastest === Infinity ? FIRST_CALLS : callsFor(this.ms * WARM_UP_PART, this.fastest);
  }

  /** Measures a block of each arm, and looks whether the latest of them are steady. */
  async step(bench: Bench, now: () => number): Promise<void> {
    const cell = this.experiment.cells[this.cell]!;
    const { baseline, candidates } = this.experiment.contest(cell);
    const calls = this.shortCalls;
    let sum = 0;
    for (const arm of [baseline, ...candidates]) {
      const start = now();
      const counts = await bench.measure(cell, arm, this.view, calls);
      checkBlock(cell, arm, this.view, counts);
      this.fastest = Math.min(this.fastest, (now() - start) / calls);
      sum += counts.total / Math.max(1, counts.calls);
    }
    this.means.push(sum);
    this.steady ||= isSteady(this.means);
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
 * Runs every cell, through all eyes and with the very blocks that will be measured, until each is steady; and chooses
 * how many calls a block has. A cell that was found steady is not looked at again: in a long series the test would
 * take it back by chance.
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
