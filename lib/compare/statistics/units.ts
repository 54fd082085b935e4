/** With fewer rounds in all, an interval would not hold what it claims. */
export const MIN_ROUNDS = 10;

/**
 * A process that made less than this part of the rounds that another made cannot stand for what processes differ in: it is
 * drawn together with the others of that kind, or with the last of the full ones if all of them are too little.
 */
const FULL = 1 / 4;

const [MIN_STRETCHES, MAX_STRETCHES] = [4, 12];

/** What is drawn whole: processes, or stretches of consecutive rounds where there is only one process. */
export interface Units<T> {
  readonly kind: 'process' | 'stretch';
  readonly units: readonly (readonly T[])[];
  /**
   * As how many units of equal size they count: where some are smaller, the others' scatter is seen in fewer than there are.
   *
   * @see L. Kish, Survey Sampling, 1965, section 11.7
   */
  readonly effective: number;
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
  if (full.length === 1) return counted('stretch', stretchesOf(rounds));
  const short = measured.filter(({ length }) => length < FULL * most).flat();
  if (short.length >= FULL * most) return counted('process', [...full, short]);
  return counted('process', [...full.slice(0, -1), [...full.at(-1)!, ...short]]);
}

function counted<T>(kind: Units<T>['kind'], units: readonly (readonly T[])[]): Units<T> {
  const sum = (of: (length: number) => number): number => units.reduce((all, { length }) => all + of(length), 0);
  return { kind, units, effective: sum((length) => length) ** 2 / sum((length) => length ** 2) };
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
