import type { Bench, Cell, Counts } from '../experiment';

/** Measures a block. Numbers that are none make it a failed one, since nothing can be computed or stored of it. */
export async function measureBlock(
  bench: Bench,
  cell: Cell,
  arm: string,
  view: string,
  calls: number,
): Promise<Counts> {
  const counts = await bench.measure(cell, arm, view, calls);
  const wrong = notFinite(counts);
  if (wrong === undefined) return counts;
  const error = new RangeError(`${wrong[0]} of the block is ${wrong[1]}, which is no finite number`);
  return { calls: 0, total: 0, short: 0, failed: 1, error: counts.error ?? error };
}

/** The name and value of a number that is none. */
function notFinite({ calls, total, short, failed, extra, samples }: Counts): readonly [string, number] | undefined {
  const single = Object.entries(samples ?? {}).map(([kind, values]) => [kind, values.find(isNotFinite) ?? 0] as const);
  const all = [...Object.entries({ calls, total, short, failed, ...extra }), ...single];
  return all.find(([, value]) => isNotFinite(value));
}

function isNotFinite(value: number): boolean {
  return !Number.isFinite(value);
}
