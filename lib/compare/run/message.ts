import type { ExperimentSource } from '../experiment';
import type { BlockRecord, DistributionRecord, ProcessRecord } from '../record';

/** What a measuring process is to do: plain data. */
export interface Task {
  readonly source: ExperimentSource;
  readonly index: number;
  readonly seed: number;
  /** How long it may warm up at most, in milliseconds. */
  readonly warmUpMs: number;
}

/** A block as the process that measured it sees it; its index is added by those who know it. */
export type OwnBlock = Omit<BlockRecord, 'process'>;

/** Warming up: so many of the cells are steady. */
export interface WarmingReport {
  readonly kind: 'warming';
  readonly steady: number;
}

/** Warmed up, and ready for the first round. */
export interface WarmReport {
  readonly kind: 'warm';
  readonly warmUp: ProcessRecord['warmUp'];
  readonly lengths: readonly number[];
  /** What the bench says of how it measures. */
  readonly notes: readonly string[];
}

/** What was measured since the last report: a round, or as much of one as there was time for. */
export interface RoundReport {
  readonly kind: 'round';
  readonly whole: boolean;
  readonly blocks: readonly OwnBlock[];
  readonly overhead: Readonly<Record<string, number>>;
  /** Not with every round: together they are much. */
  readonly distributions: readonly DistributionRecord[];
}

/** The last word of a process. */
export interface EndReport {
  readonly kind: 'end';
  readonly distributions: readonly DistributionRecord[];
  /** What went wrong, in words. */
  readonly failure?: string;
}

export type Report = WarmingReport | WarmReport | RoundReport | EndReport;

/** The answer to a report, for which the process waits: so who answers never works while a block is measured. */
export type Order = 'on' | 'end';

/** Said at any time: to end before the next cell. */
export const STOP = 'stop';

/** How a measuring process reports. It ends early if the signal says so. */
export interface Channel {
  report(report: Report): Promise<Order>;
  readonly signal: AbortSignal;
}
