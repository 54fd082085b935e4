/** Sorted numbers, ascending. */
export type Sorted = Float64Array;

export function sorted(values: readonly number[]): Sorted {
  return new Float64Array(values).sort();
}

/** How many of the numbers are at most this. */
export function valuesUpTo(place: number, values: Sorted): number {
  let [start, end] = [0, values.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    if (values[middle]! <= place) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** How many pairs of a number of one and a number of the other have a sum of at most this. */
export function pairsUpTo(sum: number, one: Sorted, other: Sorted): number {
  let pairs = 0;
  let end = other.length;
  for (let index = 0; index < one.length && end > 0; index++) {
    const rest = sum - one[index]!;
    while (end > 0 && other[end - 1]! > rest) end--;
    pairs += end;
  }
  return pairs;
}

/** How many pairs of numbers, each number also paired with itself, have a sum of at most this. */
export function ownPairsUpTo(sum: number, values: Sorted): number {
  let pairs = 0;
  let end = values.length;
  for (let index = 0; index < values.length; index++) {
    const rest = sum - values[index]!;
    while (end > index && values[end - 1]! > rest) end--;
    if (end <= index) break;
    pairs += end - index;
  }
  return pairs;
}

/** The sums of such pairs that lie above one bound and not above another. */
export function ownSumsBetween(above: number, upTo: number, values: Sorted): Sorted {
  const sums: number[] = [];
  let start = values.length;
  let end = values.length;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    while (end > index && values[end - 1]! > upTo - value) end--;
    while (start > 0 && values[start - 1]! > above - value) start--;
    for (let other = Math.max(start, index); other < end; other++) sums.push(value + values[other]!);
  }
  return sorted(sums);
}

/** Of the sums of such pairs, the largest that is at most this, and the smallest that is above. */
export function ownSumsAround(sum: number, values: Sorted): [number, number] {
  let [below, above] = [-Infinity, Infinity];
  let end = values.length;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    while (end > 0 && values[end - 1]! > sum - value) end--;
    if (end > index) below = Math.max(below, value + values[end - 1]!);
    const next = Math.max(end, index);
    if (next < values.length) above = Math.min(above, value + values[next]!);
  }
  return [below, above];
}
