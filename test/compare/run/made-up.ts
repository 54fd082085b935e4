import { closeSync, openSync } from 'node:fs';
import type { Bench, Counts, Experiment } from '../../../lib/compare/experiment';

/** What an experiment without sockets is to do. */
export interface MadeUp {
  readonly cells?: number;
  /** Milliseconds that a block really takes. */
  readonly blockMs?: number;
  /** What happens in the middle of the third round. */
  readonly then?: 'crash' | 'kill' | 'throw' | 'fail' | 'hang';
  /** Where it says that this happens now. */
  readonly mark?: string;
  /** Where it says that it was closed. */
  readonly closed?: string;
}

const EXTRA: Readonly<Record<string, number>> = { tea: 0, coffee: 5, milk: -3 };

/** Values that are known: `coffee` is 5 above `tea`, `milk` 3 below, and each cell is 100 above the one before. */
export function madeUp(options: MadeUp): Experiment {
  return {
    name: 'made-up',
    title: 'Tea or coffee?',
    quantity: {
      name: 'time of a call',
      unit: 'ns',
      better: 'less',
      verb: 'takes',
      band: { absolute: 1, percent: 0.1 },
    },
    factors: [{ name: 'cup', title: 'cup', levels: [...Array(options.cells ?? 2).keys()] }],
    cells: [...Array(options.cells ?? 2).keys()].map((cup) => ({ cup })),
    contest: () => ({ baseline: 'tea', candidates: ['coffee', 'milk'] }),
    views: () => ['native', 'javascript'],
    calls: () => 8,
    settings: { sugar: false },
    open: () => new MadeUpBench(options),
  };
}

class MadeUpBench implements Bench {
  private renewals = 0;
  private blocks = 0;
  /** A test sees whether it is closed. */
  private readonly fd = openSync('/dev/null', 'r');

  constructor(private readonly options: MadeUp) {}

  renew(): void {
    this.renewals++;
    this.blocks = 0;
  }

  measure({ cup }: Readonly<Record<string, unknown>>, arm: string, view: string, calls: number): Counts {
    // The first is for the warm-up.
    if (this.renewals === 4 && ++this.blocks === 4) this.misbehave();
    const end = performance.now() + (this.options.blockMs ?? 0);
    while (performance.now() < end);
    const value = 1000 + 100 * Number(cup) + EXTRA[arm]! + (view === 'native' ? 0 : 500);
    const noise = Math.random() - 0.5;
    const failing = this.options.then === 'fail' && this.renewals === 4 && this.blocks === 4;
    return {
      calls,
      total: calls * (value + noise),
      short: 0,
      failed: failing ? 1 : 0,
      ...(failing ? { error: new Error('send EPIPE') } : {}),
      extra: { instructions: 40 * calls },
      samples: { value: new Float64Array(calls).fill(value) },
    };
  }

  private misbehave(): void {
    if (this.options.mark !== undefined) closeSync(openSync(this.options.mark, 'a'));
    switch (this.options.then) {
      case 'crash':
        process.stderr.write('nobody expects this\n', () => process.exit(7));
        // Never goes on.
        for (const start = Date.now(); Date.now() < start + 10;);
        throw new Error('not reached in time');
      case 'kill':
        process.kill(process.pid, 'SIGKILL');
        break;
      case 'hang':
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
        break;
      case 'throw':
        throw new Error('the bench broke');
      default:
    }
  }

  overhead(view: string): number {
    return view === 'native' ? 20 : 70;
  }

  notes(): string[] {
    return ['Nothing of this is real.'];
  }

  close(): void {
    closeSync(this.fd);
    if (this.options.closed !== undefined) closeSync(openSync(this.options.closed, 'a'));
  }
}
