/** With fewer rounds in all, an interval would not hold what it claims. */
export const MIN_ROUNDS = 10;

/** A process that made less than this part of the rounds that another made cannot stand for what processes differ in. */
const FULL = 1 / 4;

const [MIN_STRETCHES, MAX_STRETCHES] = [4, 12];

/** What the bootstrap draws whole: processes, or stretches of consecutive rounds where there is only one process. */
export interface Units<T> {
  readonly kind: 'process' | 'stretch';
  readonly units: readonly (readonly T[])[];
}

/**
 * Splits what was measured into what may be drawn as if independent. Rounds of a process are not: they share its memory
 * layout, and what disturbs one round disturbs the next. Undefined if there are too few rounds in all.
 *
 * @param processes - for each process its rounds, in order.
 */
export function unitsOf<T>(processes: readonly (readonly T[])[]): Units<T> | undefined {
  const measured = processes.filter(({ length }) => length > 0);
  const rounds = measured.flat();
  if (rounds.length < MIN_ROUNDS) return undefined;
  const most = Math.max(...measured.map(({ length }) => length));
  const full = measured.filter(({ length }) => length >= FULL * most);
  if (full.length > 1) return { kind: 'process', units: measured };
  return { kind: 'stretch', units: stretchesOf(rounds) };
}

/**
 * Cuts one series into stretches of equal length, four for ten rounds, and one more each time there are twice as many: the
 * longer a stretch, the less it has to do with its neighbours, and the fewer there are, the wider the interval.
 */
function stretchesOf<T>(rounds: readonly T[]): T[][] {
  const wanted = Math.round(Math.log2(rounds.length));
  const count = Math.min(MAX_STRETCHES, Math.max(MIN_STRETCHES, wanted));
  const edge = (stretch: number): number => Math.floor((stretch * rounds.length) / count);
  return Array.from({ length: count }, (_, stretch) => rounds.slice(edge(stretch), edge(stretch + 1)));
}
