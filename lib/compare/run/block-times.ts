const MIN_CALLS = 1;
const MAX_CALLS = 100_000;

/** If a block takes so many times as long as one of a single call, what a call takes is more than noise. */
const TOLD = 1.5;

/**
 * A call takes at least this part of what it seems to take with all else in it. Of blocks that tell what a call takes it is
 * a third or more; so what was disturbed makes no block too long by more than this.
 */
const LEAST_PART = 1 / 4;

/**
 * How long blocks take, by their calls: so much for each call, and so much beside, which is the same for long blocks
 * and short ones: turns that are not timed, queues that are filled.
 */
export class BlockTimes {
  /** In milliseconds, of each length, in the order in which they were measured. */
  private readonly times = new Map<number, number[]>();
  private longest = MIN_CALLS;

  add(calls: number, ms: number): void {
    const known = this.times.get(calls);
    if (known === undefined) this.times.set(calls, [ms]);
    else known.push(ms);
    this.longest = Math.max(this.longest, calls);
  }

  forget(): void {
    this.times.clear();
    this.longest = MIN_CALLS;
  }

  /**
   * Whether the longest shows what its calls take, beside most of those with a single call that were measured just before:
   * what changes for all of them is no sign of it.
   */
  get areTold(): boolean {
    const { times, longest } = this;
    if (longest >= MAX_CALLS) return true;
    const ones = times.get(MIN_CALLS) ?? [];
    const clear = times.get(longest)?.filter((ms, index) => ms >= TOLD * ones[index]!) ?? [];
    return longest > MIN_CALLS && 2 * clear.length > ones.length;
  }

  /** How many calls a block has that takes so long. What is beside them leaves them half of the time at least. */
  callsFor(ms: number): number {
    if (this.times.size === 0) return MIN_CALLS;
    const perCall = this.perCall();
    const beside = this.fastest(this.longest) - this.longest * perCall;
    return within(MIN_CALLS, Math.round(Math.max(ms - beside, ms / 2) / perCall), MAX_CALLS);
  }

  private perCall(): number {
    const { longest } = this;
    const withAll = this.fastest(longest) / longest;
    if (longest === MIN_CALLS || !this.times.has(MIN_CALLS)) return withAll;
    const slope = (this.fastest(longest) - this.fastest(MIN_CALLS)) / (longest - MIN_CALLS);
    return within(LEAST_PART * withAll, slope, withAll);
  }

  /** The others were disturbed, or still cold. */
  private fastest(calls: number): number {
    return Math.min(...this.times.get(calls)!);
  }
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
