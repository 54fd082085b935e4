import type { Estimate } from '../../statistics';

const KIB = 1024;

/** A message's size: `64 B`, `16 KiB`. */
export function formatSize(bytes: number): string {
  return bytes >= KIB && bytes % KIB === 0 ? `${bytes / KIB} KiB` : `${bytes} B`;
}

/** A number with one decimal below 100, and none above: more would be noise. */
export function formatNumber(value: number): string {
  // Adding 0 makes a rounded -0 a plain 0.
  return (Number(value.toFixed(Math.abs(value) < 100 ? 1 : 0)) + 0).toFixed(Math.abs(value) < 100 ? 1 : 0);
}

/** A difference with its sign and, if it has one, its interval: `+25.9 [25.1, 26.6]`. */
export function formatEstimate({ value, interval }: Estimate): string {
  const text = formatNumber(value);
  const signed = value > 0 ? `+${text}` : text;
  return interval ? `${signed} [${formatNumber(interval.low)}, ${formatNumber(interval.high)}]` : signed;
}

/** The least and the greatest of some values as words have them: `25–27`, or `25` if they round to the same. */
export function formatRange(values: readonly number[]): string {
  const most = Math.max(...values);
  const digits = most < 10 ? 1 : 0;
  const [low, high] = [Math.min(...values).toFixed(digits), most.toFixed(digits)];
  return low === high ? low : `${low}–${high}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function formatList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** Seconds, from milliseconds. */
export function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
