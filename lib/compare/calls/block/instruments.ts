import { median } from 'simple-statistics';
import { type Clock, type ClockName, openClock } from '../clock';
import { type Counters, openCounters } from '../counter';
import type { BlockView } from './block';
import { runJavaScript } from './javascript';
import { runNative } from './native';
import type { Plan } from './plan';

/** What counters count of a call that is none, by name: their own switching on and off. */
export type CounterCost = Readonly<Record<string, number>>;

/** No call at all, but everything around one. Nothing is done with the descriptors. */
const NOTHING: Omit<Plan, 'calls'> = {
  steps: [null],
  receives: false,
  timed: -1 as Plan['timed'],
  counterpart: -1 as Plan['counterpart'],
  messages: false,
  size: 1,
  patience: 0,
};

/** Blocks of nothing, whose median is taken: one that was disturbed does no harm. */
const BLOCKS = 15;
const TURNS = 200;

/** The clock, and the counters if they were asked for and can be had, of one process. */
export class Instruments {
  readonly clock: Clock;
  readonly counters: Counters | undefined;
  private readonly counterNotes: readonly string[];
  private cost: CounterCost | undefined;
  private readonly stepCosts = new Map<BlockView, number>();

  /**
   * @param wanted.clock - `auto` takes the time stamp counter where it is invariant.
   * @throws ClockError if `tsc` is asked for and not to be trusted here.
   */
  constructor({ clock = 'auto', counters = false }: { clock?: 'auto' | ClockName; counters?: boolean } = {}) {
    this.clock = openClock(clock);
    const opened = counters ? openCounters() : { counters: undefined, notes: [] };
    this.counters = opened.counters;
    this.counterNotes = opened.notes;
  }

  /** What measuring adds to each value: the median of blocks in which the steps are none, in ns. */
  overhead(view: BlockView): number {
    return median(
      Array.from({ length: BLOCKS }, () => {
        const { total, calls } = this.nothing(view);
        return total / calls;
      }),
    );
  }

  /** The same for one step more than the first, measured once: what readings of the clock in between add, in ns. */
  stepCost(view: BlockView): number {
    const cost = this.stepCosts.get(view) ?? this.overhead(view);
    this.stepCosts.set(view, cost);
    return cost;
  }

  /** What the counters count of each call although it is not the call's. */
  counterCost(): CounterCost {
    return (this.cost ??= this.measureCounterCost());
  }

  /** Which clock it is, and what is not counted and why, in sentences. */
  notes(): readonly string[] {
    return [this.clock.note, ...this.counterNotes];
  }

  close(): void {
    this.counters?.close();
  }

  private nothing(view: BlockView): { readonly total: number; readonly calls: number } {
    const plan = { ...NOTHING, calls: TURNS };
    if (view === 'javascript') return runJavaScript('alone', plan);
    return runNative('alone', plan, { clock: this.clock, counters: view === 'counters' ? this.counters : undefined });
  }

  private measureCounterCost(): CounterCost {
    const { counters } = this;
    if (counters === undefined) return {};
    const blocks = Array.from({ length: BLOCKS }, () => {
      const { calls } = this.nothing('counters');
      return Object.entries(counters.read()).map(([name, count]) => [name, count / calls] as const);
    });
    return Object.fromEntries(
      counters.names.map((name, index) => [name, median(blocks.map((block) => block[index]![1]))]),
    );
  }
}
