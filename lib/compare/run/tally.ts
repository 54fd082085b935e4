import { endianness } from 'node:os';
import type { DistributionRecord } from '../record';

/** Buckets for each power of two: neighbours differ by a thousandth, so that three digits are kept. */
const BUCKETS = 1024;
const MANTISSA_BITS = 10;

/** In a double's upper half, what is below the bits that make the bucket. */
const SHIFT = 20 - MANTISSA_BITS;
const UPPER = endianness() === 'LE' ? 1 : 0;

/** How often values were seen, in buckets that are as wide as their values are large: a page for each power of two. */
const NO_PAGE: Uint32Array = new Uint32Array(0);

class Histogram {
  private readonly pages = new Map<number, Uint32Array>();

  add(values: Float64Array): void {
    const halves = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    // Neighbours mostly share a page.
    let exponent = -1;
    let page = NO_PAGE;
    for (let at = UPPER; at < halves.length; at += 2) {
      const bucket = halves[at]! >>> SHIFT;
      if (bucket >>> MANTISSA_BITS !== exponent) {
        exponent = bucket >>> MANTISSA_BITS;
        page = this.page(exponent);
      }
      page[bucket & (BUCKETS - 1)]!++;
    }
  }

  /** Values and counts, in no order; and begins anew. */
  take(): [number, number][] {
    const counts: [number, number][] = [];
    for (const [exponent, page] of this.pages) {
      page.forEach((count, place) => {
        if (count > 0) counts.push([valueOf((exponent << MANTISSA_BITS) | place), count]);
      });
      page.fill(0);
    }
    return counts;
  }

  private page(exponent: number): Uint32Array {
    const known = this.pages.get(exponent);
    if (known !== undefined) return known;
    const page = new Uint32Array(BUCKETS);
    this.pages.set(exponent, page);
    return page;
  }
}

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);

function lowestOf(bucket: number): number {
  words[UPPER] = bucket << SHIFT;
  words[1 - UPPER] = 0;
  return double[0]!;
}

/** An integer, if a narrow bucket has one, or else its middle. */
function valueOf(bucket: number): number {
  const [from, to] = [lowestOf(bucket), lowestOf(bucket + 1)];
  const integer = Math.ceil(from);
  return to - from <= 1 && integer < to ? integer : Number(((from + to) / 2).toPrecision(5));
}

/** The single values of a process, by cell, arm, view and kind. */
export class Tally {
  private readonly histograms = new Map<string, { of: Omit<DistributionRecord, 'counts'>; histogram: Histogram }>();

  add(cell: number, arm: string, view: string, samples: Readonly<Record<string, Float64Array>>): void {
    for (const kind of Object.keys(samples)) {
      const key = `${cell} ${view} ${kind} ${arm}`;
      let known = this.histograms.get(key);
      if (known === undefined) {
        known = { of: { cell, arm, view, kind }, histogram: new Histogram() };
        this.histograms.set(key, known);
      }
      known.histogram.add(samples[kind]!);
    }
  }

  /** What was seen since the last time. */
  take(): DistributionRecord[] {
    return [...this.histograms.values()]
      .map(({ of, histogram }) => ({ ...of, counts: histogram.take() }))
      .filter(({ counts }) => counts.length > 0);
  }
}

/** The distributions of a whole run, put together from what its processes, or several runs, saw. */
export class Distributions {
  private readonly all = new Map<string, { of: Omit<DistributionRecord, 'counts'>; counts: Map<number, number> }>();

  add(seen: readonly DistributionRecord[]): void {
    for (const { counts, ...of } of seen) {
      const key = `${of.cell} ${of.view} ${of.kind} ${of.arm}`;
      let known = this.all.get(key);
      if (known === undefined) this.all.set(key, (known = { of, counts: new Map<number, number>() }));
      for (const [value, count] of counts) known.counts.set(value, (known.counts.get(value) ?? 0) + count);
    }
  }

  records(): DistributionRecord[] {
    return [...this.all.values()].map(({ of, counts }) => ({
      ...of,
      counts: [...counts].sort(([one], [other]) => one - other),
    }));
  }
}
