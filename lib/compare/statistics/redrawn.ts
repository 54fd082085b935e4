import { median, sampleStandardDeviation } from 'simple-statistics';
import type { Draw } from './draw';
import { type Sorted, pairsUpTo, sorted, valuesUpTo } from './walsh';

/** Between two places the number of pairs is taken to rise evenly, if no more than this part of them lies there. */
const EVEN = 1 / 50;

/** So close together two places are one: 2⁻⁴⁴ of the range of all values. */
const MAX_HALVINGS = 44;

/**
 * The Hodges–Lehmann estimates of thousands of draws of whole units, each at the price of a few sums over the units: how
 * many pairs of values from this and that unit have a mean below a place is counted once for all draws, and a draw only
 * adds up these counts, as often as it has drawn the two.
 *
 * The range of all values is halved until what is left of it is narrower than the draws scatter, and holds few of a draw's
 * pairs. So it does not matter how wide the range is: one unit that lies far away costs a few halvings.
 */
export function redrawnCentres(units: readonly (readonly number[])[], draws: readonly Draw[]): number[] {
  const values = units.map(sorted);
  const range = {
    low: Math.min(...values.map((unit) => unit[0]!)),
    high: Math.max(...values.map((unit) => unit.at(-1)!)),
  };
  const counts = new PairCounts(values);
  const searches = draws.map((draw) => new Search(draw, counts, range));
  while (searches.some(({ isOver }) => !isOver) && scatterOf(searches) < searches[0]!.width) {
    for (const search of searches) search.halve();
  }
  return searches.map((search) => {
    while (!search.isEven && !search.isOver) search.halve();
    return search.place;
  });
}

function scatterOf(searches: readonly Search[]): number {
  return sampleStandardDeviation(searches.map(({ low }) => low));
}

/** Looks for the place that half of a draw's pairs lie below. */
class Search {
  low: number;
  private high: number;
  private halvings = 0;
  private below = 0;
  private upTo: number;
  private readonly all: number;

  constructor(
    private readonly draw: Draw,
    private readonly counts: PairCounts,
    range: { readonly low: number; readonly high: number },
  ) {
    [this.low, this.high] = [range.low, range.high];
    const values = sumOver(draw, counts.lengths);
    this.all = this.upTo = values * (values + 1);
  }

  get width(): number {
    return this.high - this.low;
  }

  get isEven(): boolean {
    return this.upTo - this.below <= EVEN * this.all;
  }

  get isOver(): boolean {
    return this.width === 0 || this.halvings === MAX_HALVINGS;
  }

  halve(): void {
    const middle = this.low + this.width / 2;
    const pairs = this.counts.of(this.draw, middle);
    if (pairs < this.all / 2) [this.low, this.below] = [middle, pairs];
    else [this.high, this.upTo] = [middle, pairs];
    this.halvings++;
  }

  get place(): number {
    return this.low + this.width * ((this.all / 2 - this.below) / (this.upTo - this.below));
  }
}

/** What is known of one place: of each two units how many pairs of values have a mean of at most this, and how many values. */
interface Counted {
  readonly pairs: Float64Array;
  readonly values: Float64Array;
}

class PairCounts {
  readonly lengths: Float64Array;
  private readonly places = new Map<number, Counted>();

  constructor(private readonly units: readonly Sorted[]) {
    this.lengths = Float64Array.from(units, ({ length }) => length);
  }

  /** Pairs of different values are counted in both orders, so those of a value with itself count twice as well. */
  of(draw: Draw, place: number): number {
    let counted = this.places.get(place);
    if (counted === undefined) this.places.set(place, (counted = this.count(place)));
    const { pairs, values } = counted;
    let sum = 0;
    for (let row = 0, start = 0; row < draw.length; row++, start += draw.length) {
      const times = draw[row]!;
      if (times === 0) continue;
      let inRow = values[row]!;
      for (let column = 0; column <= row; column++) inRow += draw[column]! * pairs[start + column]!;
      sum += times * inRow;
    }
    return sum;
  }

  private count(place: number): Counted {
    const { units } = this;
    const pairs = new Float64Array(units.length ** 2);
    for (let row = 0; row < units.length; row++) {
      for (let column = 0; column <= row; column++) {
        const between = pairsUpTo(2 * place, units[row]!, units[column]!);
        pairs[row * units.length + column] = column < row ? 2 * between : between;
      }
    }
    return { pairs, values: Float64Array.from(units, (unit) => valuesUpTo(place, unit)) };
  }
}

/** The means over the drawn units of their medians, each unit counting by how many values it has. */
export function redrawnMedians(units: readonly (readonly number[])[], draws: readonly Draw[]): number[] {
  const lengths = Float64Array.from(units, ({ length }) => length);
  const weighted = Float64Array.from(units, (values) => values.length * median([...values]));
  return draws.map((draw) => sumOver(draw, weighted) / sumOver(draw, lengths));
}

function sumOver(draw: Draw, values: Float64Array): number {
  let sum = 0;
  for (let unit = 0; unit < draw.length; unit++) sum += draw[unit]! * values[unit]!;
  return sum;
}
