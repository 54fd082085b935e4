/** A size that is set: `64 B`, `16 KiB`, `1 MiB`. */
export function size(bytes: number): string {
  for (const [name, unit] of [
    ['MiB', 2 ** 20],
    ['KiB', 2 ** 10],
  ] as const) {
    if (bytes >= unit && bytes % unit === 0) return `${bytes / unit} ${name}`;
  }
  return `${count(bytes)} B`;
}

/** A whole number with its thousands apart: `32 741`; by blanks at which no line is broken. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

/** Two digits that count, more if they are before the point: `0.014`, `4.4`, `44`, `2 900`. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (Math.abs(value) >= 10) return count(Math.abs(value) < 100 ? value : Number(value.toPrecision(2)));
  return String(Number(value.toPrecision(2)));
}

/** From the least to the greatest: `0.009 to 0.016`, or one if they read alike. */
export function range(values: readonly number[], as: (value: number) => string = figure): string {
  const [low, high] = [as(Math.min(...values)), as(Math.max(...values))];
  return low === high ? low : `${low} to ${high}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
