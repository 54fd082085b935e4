import type { Draw } from './draw';
import { centreOf } from './hodges-lehmann';
import { type Sorted, pairsUpTo, sorted } from './walsh';

/** Places at which a function that a draw is looked up in is known; between them it is taken for straight. */
const PLACES = 33;

/** A function that rises from below 0 to above 0 over the places, found by halving. */
function crossing(at: (place: number) => number): number {
  let [low, high] = [0, PLACES - 1];
  let [below, above] = [at(low), at(high)];
  if (below >= 0) return low;
  if (above <= 0) return high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const value = at(middle);
    if (value >= 0) [high, above] = [middle, value];
    else [low, below] = [middle, value];
  }
  return low + below / (below - above);
}

/** Runs a function of a place once for each place that is asked for. */
function remembered(compute: (place: number) => Float64Array): (place: number) => Float64Array {
  const known = new Array<Float64Array | undefined>(PLACES).fill(undefined);
  return (place) => (known[place] ??= compute(place));
}

/**
 * The Hodges–Lehmann estimates of thousands of draws of whole units, each at the price of a few sums over the units: how
 * many pairs of values from this and that unit have a mean below a place is counted once, and a draw only adds up these
 * counts, as often as it has drawn the two.
 */
export function redrawnCentres(units: readonly (readonly number[])[], draws: readonly Draw[]): Float64Array {
  const values = units.map(sorted);
  const centres = values.map(centreOf);
  const [least, most] = [Math.min(...centres), Math.max(...centres)];
  // The centre of a draw lies between those of its units, or close by if they are skewed.
  const margin = (most - least) / 2;
  if (margin === 0) return new Float64Array(draws.length).fill(least);
  const step = (most - least + 2 * margin) / (PLACES - 1);
  const valueAt = (place: number): number => least - margin + place * step;
  const counts = remembered((place) => countPairs(values, 2 * valueAt(place)));
  const lengths = Float64Array.from(values, ({ length }) => length);
  return Float64Array.from(draws, (draw) => {
    const half = sumOver(draw, lengths) ** 2 / 2;
    return valueAt(crossing((place) => pairsIn(draw, counts(place)) - half));
  });
}

/** For each two units, in one row after another, the pairs of a value of each with a sum of at most this. */
function countPairs(values: readonly Sorted[], sum: number): Float64Array {
  const counts = new Float64Array(values.length ** 2);
  values.forEach((one, row) => {
    for (let column = 0; column <= row; column++) {
      counts[row * values.length + column] = pairsUpTo(sum, one, values[column]!) * (column < row ? 2 : 1);
    }
  });
  return counts;
}

function pairsIn(draw: Draw, counts: Float64Array): number {
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

/** The medians of thousands of draws of whole units, in the same manner. */
export function redrawnMedians(units: readonly (readonly number[])[], draws: readonly Draw[]): Float64Array {
  const values = units.map(sorted);
  const medians = values.map((ascending) => ascending[ascending.length >> 1]!);
  const [least, most] = [Math.min(...medians), Math.max(...medians)];
  if (least === most) return new Float64Array(draws.length).fill(least);
  const step = (most - least) / (PLACES - 1);
  const counts = remembered((place) => Float64Array.from(values, (ascending) => upTo(least + place * step, ascending)));
  const lengths = Float64Array.from(values, ({ length }) => length);
  return Float64Array.from(draws, (draw) => {
    const half = sumOver(draw, lengths) / 2;
    return least + step * crossing((place) => sumOver(draw, counts(place)) - half);
  });
}

function upTo(bound: number, ascending: Sorted): number {
  let [start, end] = [0, ascending.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    if (ascending[middle]! <= bound) start = middle + 1;
    else end = middle;
  }
  return start;
}

function sumOver(draw: Draw, values: Float64Array): number {
  let sum = 0;
  for (let unit = 0; unit < draw.length; unit++) sum += draw[unit]! * values[unit]!;
  return sum;
}
