import { lookAround } from '../../../../lib/compare/environment';
import type { Cell, Factor } from '../../../../lib/compare/experiment';
import type { BlockRecord, CellRecord, DistributionRecord, RunRecord } from '../../../../lib/compare/record';

/** What the simulated run is to look like. */
export interface SampleOptions {
  readonly transports?: readonly string[];
  readonly sizes?: readonly number[];
  readonly directions?: readonly ('send' | 'recv')[];
  readonly processes?: number;
  readonly rounds?: number;
  readonly views?: readonly string[];
  /** Candidate less baseline, by cell. */
  readonly shift?: (cell: Cell) => number;
  readonly level?: (cell: Cell) => number;
}

/** Every run of the tests draws the same numbers. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const VIEW_ADDS: Readonly<Record<string, number>> = { native: 20, javascript: 120, counters: 40 };

/** A run of the experiment on calls, drawn instead of measured: known shifts, noise, drift, and now and then an outlier. */
export function sampleRecord(options: SampleOptions = {}): RunRecord {
  const {
    transports = ['unix', 'tcp'],
    sizes = [1, 64, 1024, 16384],
    directions = ['send', 'recv'],
    processes = 3,
    rounds = 12,
    views = ['native', 'javascript', 'counters'],
    shift = (cell) => 25 + Number(cell.size) / 1000,
    level = (cell) => (cell.transport === 'tcp' ? 900 : 280) + Number(cell.size) / 50,
  } = options;
  const cells = transports.flatMap((transport) =>
    directions.flatMap((direction) => sizes.map((size): Cell => ({ transport, direction, size }))),
  );
  const records: CellRecord[] = cells.map((cell) => ({
    cell,
    contest:
      cell.direction === 'send'
        ? { baseline: 'send', candidates: ['write'] }
        : { baseline: 'recv', candidates: ['read'] },
    views,
  }));
  const draw = new Draw(level, shift);
  const blocks: BlockRecord[] = [];
  for (let process = 0; process < processes; process++) {
    for (let round = 0; round < rounds; round++) {
      let position = 0;
      records.forEach(({ cell, contest }, index) => {
        for (const view of views) {
          const arms = [contest.baseline, contest.candidates[0]!, ...(view === views[0] ? ['control'] : [])];
          for (const arm of arms) {
            const calls = 400;
            const value = draw.value(cell, arm === contest.candidates[0]!, process, round) + (VIEW_ADDS[view] ?? 0);
            blocks.push({
              process,
              round,
              position: position++,
              cell: index,
              arm: arm === 'control' ? contest.baseline : arm,
              control: arm === 'control',
              view,
              calls,
              total: calls * value,
              short: 0,
              failed: 0,
              ...(view === 'counters'
                ? {
                    extra: {
                      instructions: calls * (arm === contest.baseline ? 1210 : 1302),
                      cycles: calls * 3.1 * value,
                    },
                  }
                : {}),
            });
          }
        }
      });
    }
  }
  return {
    experiment: {
      name: 'send-or-write',
      title: 'send/recv or read/write?',
      quantity: {
        name: 'time of a call',
        unit: 'ns',
        better: 'less',
        verb: 'costs',
        band: { absolute: 2, percent: 0.5 },
      },
      factors: factorsOf(transports, directions, sizes),
      cells: records,
      armTitles: { send: 'send()', write: 'write()', recv: 'recv()', read: 'read()' },
      settings: { peer: 'thread', socket: { nodelay: true, sndbuf: null } },
    },
    plan: { seed: 42, budgetMs: 60_000, rounds: null, processes, width: null },
    environment: lookAround(),
    notes: ['The clock is the TSC, calibrated against CLOCK_MONOTONIC_RAW.'],
    end: 'budget',
    processes: Array.from({ length: processes }, (_, index) => ({
      index,
      pid: 1000 + index,
      rounds,
      warmUp: { ms: 1234, steady: true, unsteady: [] },
      lengths: cells.map(() => 400),
      overhead: { native: Array<number>(rounds).fill(20) },
      elapsedMs: 20_000,
    })),
    blocks,
    distributions: records.flatMap(({ contest }, cell) =>
      draw.distributions(cell, contest.baseline, contest.candidates[0]!),
    ),
    elapsedMs: 61_234,
  };
}

function factorsOf(transports: readonly string[], directions: readonly string[], sizes: readonly number[]): Factor[] {
  return [
    {
      name: 'transport',
      title: 'transport',
      levels: transports,
      titles: { tcp: 'TCP', unix: 'AF_UNIX' },
    },
    { name: 'direction', title: 'direction', levels: directions, titles: { send: '', recv: '' } },
    { name: 'size', title: 'message size', unit: 'B', levels: sizes },
  ];
}

class Draw {
  private readonly random = generator(1);

  constructor(
    private readonly level: (cell: Cell) => number,
    private readonly shift: (cell: Cell) => number,
  ) {}

  value(cell: Cell, candidate: boolean, process: number, round: number): number {
    const drift = 8 * Math.sin(round / 4) + 5 * process;
    const outlier = this.random() < 0.02 ? 60 * this.random() : 0;
    return this.level(cell) + drift + (candidate ? this.shift(cell) : 0) + 3 * this.normal() + outlier;
  }

  distributions(cell: number, baseline: string, candidate: string): DistributionRecord[] {
    return [baseline, candidate].map((arm, place) => ({
      cell,
      arm,
      view: 'native',
      kind: 'value',
      counts: Array.from({ length: 40 }, (_, step): [number, number] => [
        300 + 25 * place + step * step * 4,
        Math.max(1, Math.round(20_000 * Math.exp(-step / 3))),
      ]),
    }));
  }

  private normal(): number {
    return Math.sqrt(-2 * Math.log(this.random())) * Math.cos(2 * Math.PI * this.random());
  }
}
