import type { Bench, Cell, Counts } from '../experiment';
import { restoreAffinity } from './affinity';
import { type Arm, standardArms } from './arm';
import { type BlockView, Instruments, measureCallBlock, measureEagainBlock } from './block';
import { hasPeer } from './cells';
import { armsOf } from './check';
import type { CallCell, CallOptions } from './conditions';
import { doEvery } from './every';
import { Links } from './links';
import { type Exchange, measureFixedRate, measurePingPong, measureThroughput } from './mode';
import { notesOf } from './notes';
import type { Stall } from './party';
import { Peer } from './peer';
import { checkProcessors, pin } from './pin';

/**
 * The view of what has no call of its own to be timed, but is a span of CLOCK_MONOTONIC: that of many messages, or the
 * latency of a request from when it was due, which no reading of the clock begins. Nothing is taken off.
 */
export const ELAPSED = 'elapsed';

/** Exchanges by which a new pair gets over its beginnings: TCP's quick acknowledgements, buffers that grow. */
const SETTLING = 100;

/** Where both ends are in one thread a wait would be for ever; this only bounds it. */
const PATIENCE_MS = 1000;

/** Measures calls over real sockets. */
export class CallBench implements Bench {
  private broken = false;

  private constructor(
    private readonly options: CallOptions,
    private readonly cells: readonly CallCell[],
    private readonly instruments: Instruments,
    private readonly peer: Peer | undefined,
    private readonly links: Links,
    /** The processors of this thread before it was pinned. */
    private readonly before: readonly number[] | undefined,
    private readonly stall: Stall | undefined,
  ) {}

  /** Opens it; if anything fails, nothing of it is left. A peer that stalls is for tests. */
  static async open(options: CallOptions, cells: readonly CallCell[], stall?: Stall): Promise<CallBench> {
    const instruments = new Instruments({ clock: options.clock, counters: options.counters });
    let peer: Peer | undefined;
    try {
      const { cpus } = options;
      if (cpus !== null) checkProcessors(cpus);
      // First, because what a pinned thread starts begins on its processor.
      if (cells.some(({ mode }) => hasPeer(mode))) peer = await Peer.start(options.peer, cpus?.[1] ?? null);
      const before = cpus === null ? undefined : pin(cpus[0]);
      const links = new Links(options, cells, peer);
      return new CallBench(options, cells, instruments, peer, links, before, stall);
    } catch (error) {
      instruments.close();
      await peer?.close();
      throw error;
    }
  }

  async renew(): Promise<void> {
    await this.links.renew();
    this.broken = false;
    const settled = new Set<unknown>();
    for (const cell of this.cells) {
      const pair = hasPeer(cell.mode) ? this.links.link(cell) : this.links.ends(cell).sender;
      if (settled.has(pair)) continue;
      settled.add(pair);
      const { error } = await this.settle(cell);
      if (error !== undefined) throw error;
    }
  }

  async measure(cell: Cell, arm: string, view: string, calls: number): Promise<Counts> {
    // What a failed block has left in a pair would be found by the next one.
    if (this.broken) await this.renew();
    const found = this.options.arms.find(({ name }) => name === arm);
    if (found === undefined) throw new RangeError(`there is no arm '${arm}' in this experiment`);
    const counts = await this.block(cell as CallCell, found, view, calls);
    this.broken = counts.error !== undefined;
    return counts;
  }

  overhead(view: string): number {
    return view === ELAPSED ? 0 : this.instruments.overhead(view as BlockView);
  }

  notes(): readonly string[] {
    return [...this.instruments.notes(), ...notesOf(this.options, this.cells)];
  }

  async close(): Promise<void> {
    const { before } = this;
    try {
      doEvery([
        () => this.links.close(),
        () => this.instruments.close(),
        () => before !== undefined && restoreAffinity(before),
      ]);
    } finally {
      await this.peer?.close();
    }
  }

  private async settle(cell: CallCell): Promise<Counts> {
    const arm = armsOf(standardArms, cell.direction)[0]!;
    const size = Math.max(...this.options.sizes);
    if (hasPeer(cell.mode)) return measurePingPong(this.exchange(cell, arm, SETTLING, size), this.instruments.clock);
    return this.callBlock({ ...cell, mode: 'call', size }, arm, 'native', SETTLING);
  }

  private async block(cell: CallCell, arm: Arm, view: string, calls: number): Promise<Counts> {
    const { instruments, options, stall } = this;
    switch (cell.mode) {
      case 'call':
      case 'eagain':
        return this.callBlock(cell, arm, view as BlockView, calls);
      case 'ping-pong':
        return measurePingPong({ ...this.exchange(cell, arm, calls), stall }, instruments.clock);
      case 'throughput':
        return measureThroughput(this.exchange(cell, arm, calls));
      case 'fixed-rate':
        return measureFixedRate({ ...this.exchange(cell, arm, calls), stall }, options.rate);
    }
  }

  private callBlock(cell: CallCell, arm: Arm, view: BlockView, calls: number): Counts {
    const patience = cell.blocking ? 0 : PATIENCE_MS;
    const block = { ends: this.links.ends(cell), arm, size: cell.size, calls };
    if (cell.mode === 'eagain') return measureEagainBlock(block, view, this.instruments);
    return measureCallBlock({ ...block, patience }, view, this.instruments);
  }

  private exchange(cell: CallCell, arm: Arm, calls: number, size = cell.size): Exchange {
    return { link: this.links.link(cell), arm, size, calls };
  }
}
