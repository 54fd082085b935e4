import { wrongValue } from '../../core/misuse';
import type { Bench } from './bench';
import type { Cell, Level } from './cell';
import type { Contest } from './contest';
import type { Counts } from './counts';
import type { Experiment } from './experiment';
import type { Factor } from './factor';
import type { Quantity } from './quantity';

/** Factors by name: their levels, or more of what a factor is. */
export type Factors = Readonly<Record<string, readonly Level[] | FactorParts>>;

export type FactorParts = { readonly levels: readonly Level[] } & Partial<Omit<Factor, 'name' | 'levels'>>;

/** A cell of such factors: a level for each. */
export type CellOf<F extends Factors> = {
  readonly [K in keyof F]: F[K] extends readonly Level[]
    ? F[K][number]
    : F[K] extends { readonly levels: readonly Level[] }
      ? F[K]['levels'][number]
      : never;
};

/** A bench that knows its cells and arms. It measures whole blocks, or a value at a time. */
export type BenchOf<F extends Factors, A extends string> = Partial<Omit<Bench, 'measure'>> &
  (
    | { measure(cell: CellOf<F>, arm: A, view: string, calls: number): Counts | Promise<Counts> }
    | {
        /**
         * Gives one value, in the quantity's unit. An error that it throws is a call that failed, and ends the run; so is a
         * value that is not finite.
         */
        value(cell: CellOf<F>, arm: A, view: string): number | Promise<number>;
      }
  );

/** What an experiment is defined by. */
export interface Definition<F extends Factors, A extends string, O extends object> {
  /** `short-writes`. Runs of experiments with different names are never compared. */
  readonly name: string;
  /** The question. */
  readonly title: string;
  /** What is measured; the time of a call in nanoseconds, if absent. */
  readonly quantity?: Quantity;
  /** All that may be set for a run, with what it is if nobody says. They are the experiment's settings too. */
  readonly options?: O;
  readonly factors: F | ((options: Readonly<O>) => F);
  /** The first is the baseline. */
  readonly arms: readonly A[] | ((options: Readonly<O>) => readonly A[]);
  readonly armTitles?: Readonly<Partial<Record<A, string>>>;
  /** Which combinations of levels there are; all, if absent. */
  readonly where?: (cell: CellOf<F>, options: Readonly<O>) => boolean;
  /** Who is compared in a cell, if it is not all arms with the first one. */
  readonly contest?: (cell: CellOf<F>, options: Readonly<O>) => Contest<NoInfer<A>>;
  readonly views?: (cell: CellOf<F>, options: Readonly<O>) => readonly string[];
  /** How many calls a block has; chosen by time, if absent. */
  readonly calls?: (cell: CellOf<F>, options: Readonly<O>) => number | undefined;
  /** Opens what is measured with, in the process that measures. */
  open(options: Readonly<O>): BenchOf<F, A> | Promise<BenchOf<F, A>>;
}

/** Makes an experiment; what is not said of the options, or is undefined, is as it was defined. */
export type ExperimentFactory<O extends object> = (options?: Partial<O>) => Experiment;

const CALL_TIME: Quantity = {
  name: 'time of a call',
  unit: 'ns',
  better: 'less',
  verb: 'takes',
  band: { absolute: 1, percent: 0.1 },
};

/**
 * Defines an experiment. A module exports what comes of it, so that the processes that measure find it there by its
 * name: `run({ module, name, options }, plan)`.
 */
export function defineExperiment<
  const F extends Factors,
  const A extends string,
  O extends object = Record<string, never>,
>(definition: Definition<F, A, O>): ExperimentFactory<O> {
  return (given) => {
    const options = optionsOf(definition.options, given) as O;
    const factors = factorsOf(
      typeof definition.factors === 'function' ? definition.factors(options) : definition.factors,
    );
    const arms = typeof definition.arms === 'function' ? definition.arms(options) : definition.arms;
    const [baseline, ...candidates] = arms;
    if (baseline === undefined) throw new RangeError(`the experiment ${definition.name} has no arms`);
    const { name, title, quantity = CALL_TIME, armTitles, where, contest, views, calls } = definition;
    // What cells are is known to the compiler from the factors, and here from nothing else.
    const known = (cell: Cell): CellOf<F> => cell as CellOf<F>;
    return {
      name,
      title,
      quantity,
      factors,
      cells: combinationsOf(factors).filter((cell) => where?.(known(cell), options) ?? true),
      ...(armTitles === undefined ? {} : { armTitles: armTitles as Record<string, string> }),
      contest: (cell) => among(arms, contest?.(known(cell), options)) ?? { baseline, candidates },
      views: (cell) => views?.(known(cell), options) ?? ['native'],
      calls: (cell) => calls?.(known(cell), options),
      open: async () => completed(await definition.open(options)),
      settings: { ...options } as Record<string, unknown>,
    };
  };
}

/** A misspelt option would be passed over in silence, and stored as if it had been heeded. */
function optionsOf(byDefault: object = {}, given: object = {}): object {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const stranger = said.find(([name]) => !Object.hasOwn(byDefault, name));
  if (stranger === undefined) return { ...byDefault, ...Object.fromEntries(said) };
  const names = Object.keys(byDefault).join(', ');
  throw wrongValue('options', names === '' ? 'must be empty' : `must have no properties but ${names}`, stranger[0]);
}

/** Who has no types may name an arm that the bench does not have. */
function among(arms: readonly string[], contest: Contest | undefined): Contest | undefined {
  const stranger = contest && [contest.baseline, ...contest.candidates].find((name) => !arms.includes(name));
  if (stranger === undefined) return contest;
  throw wrongValue('contest', `must be of the arms ${arms.join(', ')}`, stranger);
}

function factorsOf(factors: Factors): Factor[] {
  return Object.entries(factors).map(([name, given]) => {
    const parts: FactorParts = 'levels' in given ? given : { levels: given };
    return { title: name, ...parts, name };
  });
}

/** Every combination, the last factor's levels changing fastest. */
export function combinationsOf(factors: readonly Factor[]): Cell[] {
  return factors.reduce<Cell[]>(
    (cells, { name, levels }) => cells.flatMap((cell) => levels.map((level) => ({ ...cell, [name]: level }))),
    [{}],
  );
}

type Parts = Partial<Bench> & { value?(cell: Cell, arm: string, view: string): number | Promise<number> };

/** A whole bench of the parts that are there. */
function completed(parts: Parts): Bench {
  return {
    renew: () => parts.renew?.(),
    measure: (cell, arm, view, calls) =>
      parts.measure === undefined
        ? valueByValue(() => parts.value!(cell, arm, view), calls)
        : parts.measure(cell, arm, view, calls),
    overhead: (view) => parts.overhead?.(view) ?? 0,
    notes: () => parts.notes?.() ?? [],
    close: () => parts.close?.(),
  };
}

async function valueByValue(value: () => number | Promise<number>, calls: number): Promise<Counts> {
  const values = new Float64Array(calls);
  let [total, done] = [0, 0];
  try {
    for (; done < calls; done++) {
      const next = value();
      const known = typeof next === 'number' ? next : await next;
      if (!Number.isFinite(known)) throw new RangeError(`value() gave ${known}, which is no finite number`);
      values[done] = known;
      total += known;
    }
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    return { calls: done, total, short: 0, failed: 1, error: failure, samples: { value: values.subarray(0, done) } };
  }
  return { calls, total, short: 0, failed: 0, samples: { value: values } };
}
