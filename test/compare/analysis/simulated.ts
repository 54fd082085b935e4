import type { BlockRecord, ProcessRecord, RunRecord } from '../../../lib/compare/record';
import { Random } from '../../../lib/compare/random';

/** What a simulated machine does to the blocks; all sizes in nanoseconds. */
export interface Scenario {
  /** The rounds of each process. */
  readonly rounds: readonly number[];
  /** How much of a round's disturbance is still there in the next one. */
  readonly persistence: number;
  /** Of a block's disturbance, before it persists. */
  readonly noise: 'normal' | 'heavy' | 'interrupted';
  /** How much of the difference is the process's own: its standard deviation, in that of a process's mean noise. */
  readonly offset: number;
  readonly offsets?: 'normal' | 'heavy';
}

/** What the baseline takes, and what the candidate takes more. */
export const LEVEL = 800;
const CALLS = 100;
const OVERHEAD = 20;

/** A source of disturbances. */
export class Nature {
  private readonly random: Random;

  constructor(seed: number) {
    // Generators that are seeded with 1, 2, 3 begin alike; these are not to.
    this.random = new Random(Math.imul(seed + 1, 0x9e3779b1) >>> 0, 3);
  }

  private uniform(): number {
    return (this.random.below(2 ** 30) + 0.5) / 2 ** 30;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Student's t with 3 degrees of freedom. */
  heavy(): number {
    return this.normal() / Math.sqrt((this.normal() ** 2 + this.normal() ** 2 + this.normal() ** 2) / 3);
  }

  /** One in twenty is interrupted, and takes much longer. */
  interrupted(): number {
    return this.normal() + (this.uniform() < 0.05 ? 20 + 5 * this.normal() : 0);
  }
}

/** One series of disturbances, each with something of the one before. */
function disturbances(nature: Nature, { noise, persistence }: Scenario, count: number): number[] {
  const settle = persistence === 0 ? 0 : 20;
  let state = 0;
  return Array.from({ length: settle + count }, () => (state = persistence * state + nature[noise]())).slice(settle);
}

/** Roughly the standard deviation of a process's mean difference without an offset. */
function spreadOf({ noise, persistence }: Scenario, rounds: number): number {
  return ((noise === 'normal' ? 1 : 1.4) * Math.SQRT2) / (1 - persistence) / Math.sqrt(rounds);
}

/**
 * A run of cells that all have the same true difference, each measured independently of the others. Drift that is common
 * to a round, and levels that differ by process, are in all of them.
 */
export function simulate(scenario: Scenario, difference: number, cells: number, seed: number): RunRecord {
  const nature = new Nature(seed);
  const blocks: BlockRecord[] = [];
  for (let cell = 0; cell < cells; cell++) {
    scenario.rounds.forEach((rounds, process) => {
      // With one process, what differs from process to process is not in the interval, so here it does not differ.
      const level = LEVEL * (1 + (scenario.rounds.length > 1 ? 0.05 * nature.normal() : 0));
      const spread = spreadOf(scenario, Math.max(...scenario.rounds));
      const offset = difference + scenario.offset * spread * nature[scenario.offsets ?? 'normal']();
      const drift = disturbances(nature, { ...scenario, noise: 'normal', persistence: 0.9 }, rounds);
      const series = (own: number): number[] =>
        disturbances(nature, scenario, rounds).map((value, round) => level + drift[round]! + own + value);
      const add = (arm: string, control: boolean, values: readonly number[]): void =>
        values.forEach((value, round) => {
          const total = CALLS * (value + OVERHEAD);
          const what = { view: 'native', calls: CALLS, total, short: 0, failed: 0 };
          blocks.push({ process, round, position: 0, cell, arm, control, ...what });
        });
      add('send', false, series(0));
      add('send', true, series(0));
      add('write', false, series(offset));
    });
  }
  return recordOf(scenario.rounds, cells, blocks, seed);
}

function recordOf(rounds: readonly number[], cells: number, blocks: readonly BlockRecord[], seed: number): RunRecord {
  return {
    experiment: {
      name: 'simulated',
      title: 'what is known beforehand',
      quantity: {
        name: 'time of a call',
        unit: 'ns',
        better: 'less',
        verb: 'costs',
        band: { absolute: 0, percent: 0 },
      },
      factors: [],
      cells: Array.from({ length: cells }, (_, number) => ({
        cell: { number },
        contest: { baseline: 'send', candidates: ['write'] },
        views: ['native'],
      })),
      settings: {},
    },
    plan: { seed, budgetMs: null, rounds: Math.max(0, ...rounds), processes: rounds.length, width: null },
    environment: {} as RunRecord['environment'],
    notes: [],
    end: 'rounds',
    processes: rounds.map((count, index) => processOf(index, count)),
    blocks,
    distributions: [],
    elapsedMs: 0,
  };
}

function processOf(index: number, rounds: number): ProcessRecord {
  return {
    index,
    pid: 1 + index,
    rounds,
    warmUp: { ms: 0, steady: true, unsteady: [] },
    lengths: [],
    overhead: { native: new Array<number>(rounds).fill(OVERHEAD) },
    elapsedMs: 0,
  };
}
