import { setImmediate } from 'node:timers/promises';
import type { Bench, Experiment } from '../experiment';
import { Random } from '../random';
import { checkBlock } from './block-error';
import { cellsOf } from './cells';
import type { DistributionRecord } from '../record';
import type { Channel, Order, OwnBlock, Task } from './message';
import { measureBlock } from './measure-block';
import { type Slot, scheduleRound } from './schedule';
import { Tally } from './tally';
import { type WarmUpResult, warmUp } from './warm-up';

/** The analysis draws from one before these. */
const FIRST_STREAM = 65;

/** How often the distributions are sent: what is in them is lost if the process is killed. */
const DISTRIBUTIONS_MS = 1000;

/**
 * One process's measuring: opens the bench, warms up, and measures rounds until it is told to end. Every round is
 * reported when it is done. What goes wrong is reported last; nothing is thrown.
 */
export async function measure(experiment: Experiment, task: Task, channel: Channel, now: () => number): Promise<void> {
  const measuring = new Measuring(experiment, task, channel, now);
  const failure = await failureOf(() => measuring.run());
  const distributions = measuring.tally.take();
  await channel.report({ kind: 'end', distributions, ...(failure === undefined ? {} : { failure }) });
}

async function failureOf(body: () => Promise<void>): Promise<string | undefined> {
  try {
    await body();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

class Measuring {
  readonly tally = new Tally();
  private readonly cells;
  private readonly random: Random;
  private sent: number;

  constructor(
    private readonly experiment: Experiment,
    private readonly task: Task,
    private readonly channel: Channel,
    private readonly now: () => number,
  ) {
    this.cells = cellsOf(experiment);
    this.random = new Random(task.seed, FIRST_STREAM + task.index);
    this.sent = now();
  }

  async run(): Promise<void> {
    const bench = await this.experiment.open();
    try {
      await bench.renew();
      const { lengths } = await this.warmUp(bench);
      let round = 0;
      while (!this.channel.signal.aborted) {
        await bench.renew();
        if ((await this.round(bench, lengths, round++)) === 'end') break;
      }
    } finally {
      await bench.close();
    }
  }

  private async warmUp(bench: Bench): Promise<WarmUpResult> {
    const { experiment, channel, task, now } = this;
    const result = await warmUp(experiment, bench, {
      ms: task.warmUpMs,
      signal: channel.signal,
      now,
      onStep: (steady) => channel.report({ kind: 'warming', steady }),
    });
    const lengths = result.lengths.map((of, cell) => of.get(this.cells[cell]!.views[0]!)!);
    await channel.report({ kind: 'warm', warmUp: result.warmUp, lengths, notes: bench.notes?.() ?? [] });
    return result;
  }

  /** Measures a round; if it fails, or there is no more time, what there is of it is reported too. */
  private async round(bench: Bench, lengths: WarmUpResult['lengths'], round: number): Promise<Order> {
    const schedule = scheduleRound(this.cells, this.random);
    const blocks: OwnBlock[] = [];
    try {
      for (const slots of schedule) {
        if (this.channel.signal.aborted) break;
        for (const slot of slots) await this.block(bench, lengths, { ...slot, round, position: blocks.length }, blocks);
        // Lets a message come through that ends it.
        await setImmediate();
      }
    } catch (error) {
      await this.report(bench, false, blocks);
      throw error;
    }
    return this.report(bench, blocks.length === schedule.flat().length, blocks);
  }

  private async block(bench: Bench, lengths: WarmUpResult['lengths'], place: Place, blocks: OwnBlock[]): Promise<void> {
    const { cell, arm, view } = place;
    const conditions = this.cells[cell]!.cell;
    const counts = await measureBlock(bench, conditions, arm, view, lengths[cell]!.get(view)!);
    const { calls, total, short, failed, extra, samples } = counts;
    blocks.push({ ...place, calls, total, short, failed, ...(extra === undefined ? {} : { extra }) });
    if (samples !== undefined) this.tally.add(cell, arm, view, samples);
    checkBlock(conditions, arm, view, counts);
  }

  private report(bench: Bench, whole: boolean, blocks: readonly OwnBlock[]): Promise<Order> {
    const views = whole ? new Set(this.cells.flatMap((each) => each.views)) : [];
    const overhead = Object.fromEntries([...views].map((view) => [view, bench.overhead(view)]));
    return this.channel.report({ kind: 'round', whole, blocks, overhead, distributions: this.distributions() });
  }

  private distributions(): readonly DistributionRecord[] {
    if (this.now() - this.sent < DISTRIBUTIONS_MS) return [];
    this.sent = this.now();
    return this.tally.take();
  }
}

type Place = Slot & { readonly round: number; readonly position: number };
