/** Ends that are nearer to each other than so many digits show are one number. */
const MOST_DIGITS = 4;

/** A number to be read: `0.31`, `8.2`, `33.4`, `1042`; more digits would be noise. `?` for what is no number. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const size = Math.abs(value);
  if (size >= 1e6) return value.toExponential(2).replace('e+', 'e');
  // What rounds to 100 is written as 100 is. Adding 0 makes a rounded -0 a plain 0.
  const digits = size >= 99.95 ? 0 : size >= 0.995 || size < 0.005 ? 1 : 2;
  return (Number(value.toFixed(digits)) + 0).toFixed(digits);
}

/** A number with its sign: `+33.4`, `-2.0`, `0.0`. */
export function formatSigned(value: number): string {
  const text = formatNumber(value);
  return Number(text) > 0 ? `+${text}` : text;
}

/** A whole number with its thousands apart: `12 345 678`. */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) return '?';
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A number for a sentence, where one digit after the point is needed below 10 only, and the more digits that are asked for. */
function spoken(value: number, more: number): string {
  if (!Number.isFinite(value)) return '?';
  const size = Math.abs(value);
  if (size >= 1e6) return formatNumber(value);
  const digits = more + (size < 0.995 ? (size < 0.05 ? 2 : 1) : size < 9.95 ? 1 : 0);
  return (Number(value.toFixed(digits)) + 0).toFixed(digits).replace('-', '−');
}

/** 2.0 to 3.0 is 2 to 3 when spoken, but 6.7 to 9.0 stays as it is. */
function trimmed(texts: readonly string[]): string[] {
  const whole = texts.map((text) => text.replace(/\.0+$/, ''));
  return whole.every((text) => !text.includes('.')) ? whole : [...texts];
}

/** From the least to the greatest of some values: `25–27`, `−4 to 9`, or `25` if they round to the same. */
export function formatRange(values: readonly number[]): string {
  return range(values, 0);
}

function range(values: readonly number[], more: number): string {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return '?';
  const bounds = [Math.min(...finite), Math.max(...finite)];
  const [low, high] = trimmed(bounds.map((bound) => spoken(bound, more))) as [string, string];
  if (low === high) return low;
  return low.startsWith('−') || high.startsWith('−') ? `${low} to ${high}` : `${low}–${high}`;
}

/** What an interval holds, with as many digits as its ends need to differ: `25–27`, `17.1–17.3`. */
export function formatInterval(bounds: readonly number[]): string {
  for (let more = 0; more < MOST_DIGITS; more++) {
    const text = range(bounds, more);
    if (/.–| to /.test(text)) return text;
  }
  return formatRange(bounds);
}

/** Seconds, from milliseconds: `4.2 s`, `3 min 20 s`; less than what a tenth of one shows, as it is: `10 ms`. */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return '?';
  const seconds = ms / 1000;
  if (seconds < 0.05) return `${Math.round(ms)} ms`;
  if (seconds < 99.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
