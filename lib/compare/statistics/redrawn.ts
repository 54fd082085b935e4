import { median } from 'simple-statistics';
import type { Draw } from './draw';
import { centreOf } from './hodges-lehmann';
import { type Sorted, pairsUpTo, sorted } from './walsh';

/** Places at which the pairs below are counted; between them their number is taken to rise evenly. */
const PLACES = 33;

/**
 * The Hodges–Lehmann estimates of thousands of draws of whole units, each at the price of a few sums over the units: how
 * many pairs of values from this and that unit have a mean below a place is counted once, and a draw only adds up these
 * counts, as often as it has drawn the two.
 */
export function redrawnCentres(units: readonly (readonly number[])[], draws: readonly Draw[]): number[] {
  const values = units.map(sorted);
  const centres = values.map(centreOf);
  const [least, most] = [Math.min(...centres), Math.max(...centres)];
  // The centre of a draw lies between those of its units, or close by if they are skewed.
  const margin = (most - least) / 2;
  if (margin === 0) return new Array<number>(draws.length).fill(least);
  const first = least - margin;
  const step = (most - least + 2 * margin) / (PLACES - 1);
  const counts = new PairCounts(values, (place) => 2 * (first + place * step));
  return draws.map((draw) => first + counts.middle(draw) * step);
}

/** How many pairs of values of each two units have sums of at most this and that. */
class PairCounts {
  private readonly counts = new Array<Float64Array | undefined>(PLACES).fill(undefined);
  private readonly lengths: Float64Array;

  constructor(
    private readonly units: readonly Sorted[],
    private readonly sumAt: (place: number) => number,
  ) {
    this.lengths = Float64Array.from(units, ({ length }) => length);
  }

  /** The place, seldom a whole one, that half of a draw's pairs lie below. */
  middle(draw: Draw): number {
    const half = sumOver(draw, this.lengths) ** 2 / 2;
    let [low, high] = [0, PLACES - 1];
    while (high - low > 1) {
      const place = (low + high) >> 1;
      if (this.pairs(draw, place) < half) low = place;
      else high = place;
    }
    const [below, above] = [this.pairs(draw, low), this.pairs(draw, high)];
    if (above <= below) return high;
    return low + Math.min(1, Math.max(0, (half - below) / (above - below)));
  }

  private pairs(draw: Draw, place: number): number {
    const counts = (this.counts[place] ??= this.count(this.sumAt(place)));
    const units = draw.length;
    let pairs = 0;
    for (let row = 0; row < units; row++) {
      const times = draw[row]!;
      if (times === 0) continue;
      let inRow = 0;
      for (let column = 0; column <= row; column++) inRow += draw[column]! * counts[row * units + column]!;
      pairs += times * inRow;
    }
    return pairs;
  }

  private count(sum: number): Float64Array {
    const { units } = this;
    const counts = new Float64Array(units.length ** 2);
    for (let row = 0; row < units.length; row++) {
      for (let column = 0; column <= row; column++) {
        const pairs = pairsUpTo(sum, units[row]!, units[column]!);
        counts[row * units.length + column] = column < row ? 2 * pairs : pairs;
      }
    }
    return counts;
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
