import type { Bench } from './bench';
import type { Cell } from './cell';
import type { Contest } from './contest';
import type { Factor } from './factor';
import type { Quantity } from './quantity';

/** Everything that is to be known of an experiment to plan it, run it, and report it. */
export interface Experiment {
  /** `send-or-write`. Runs of experiments with different names are never compared. */
  readonly name: string;
  /** The question: `send/recv or read/write?` */
  readonly title: string;
  readonly quantity: Quantity;
  readonly factors: readonly Factor[];
  /** The combinations that are measured, in the order in which they are reported. */
  readonly cells: readonly Cell[];
  contest(cell: Cell): Contest;
  /** How an arm reads in a sentence, by its name: `{ write: 'write()' }`. The name itself, if absent. */
  readonly armTitles?: Readonly<Record<string, string>>;
  /**
   * Through whose eyes a cell is looked at. The first is the one that verdicts are on (`native`); others (`javascript`,
   * `counters`) are measured in blocks of their own.
   */
  views(cell: Cell): readonly string[];
  /** How many calls a block has, or undefined to have them chosen by time. */
  calls?(cell: Cell): number | undefined;
  /** Opens what is measured with, in the process that measures. */
  open(): Bench | Promise<Bench>;
  /** What was set for the run as a whole, and decides with the cells whether two runs may be compared: plain data. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Where a process that measures finds the experiment: a module's absolute path, the name of what it exports (see
 * `defineExperiment`), and the options that it is made with.
 */
export interface ExperimentSource {
  readonly module: string;
  readonly name: string;
  /** Plain data: it goes to other processes, and into the file. */
  readonly options: unknown;
}
