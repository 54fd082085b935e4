import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeds are unsigned integers up to this. */
export const MAX_SEED = 0xffffffff;

/** Random numbers that a seed reproduces. Streams of one seed do not overlap. */
export class Random {
  private readonly generator;

  constructor(seed: number, stream = 0) {
    this.generator = xoroshiro128plus(seed);
    for (let jumps = 0; jumps < stream; jumps++) this.generator.jump();
  }

  /** An integer from 0 to below `end`. */
  below(end: number): number {
    return uniformInt(this.generator, 0, end - 1);
  }

  /** The items in random order, every order equally likely. */
  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [result[last], result[other]] = [result[other]!, result[last]!];
    }
    return result;
  }
}
