import { lookAround } from '../environment';
import type { Experiment, ExperimentSource } from '../experiment';
import { widths } from '../analysis';
import type { BlockRecord, End, Plan, ProcessRecord, RunRecord } from '../record';
import { cellsOf } from './cells';
import { type Execute, type Listener, ProcessError } from './fork';
import { Live } from './live';
import type { Order, Report, RoundReport } from './message';
import type { Progress } from './progress';
import { checkPlan, isTimeToAsk, isTimeToAskWithin, shareOf, wantsAnother, warmUpOf } from './shares';
import { Distributions } from './tally';

/** What is known of a process so far. */
type Process = { -readonly [K in keyof Omit<ProcessRecord, 'overhead'>]: ProcessRecord[K] } & {
  readonly overhead: Record<string, number[]>;
};

/** Watching a run, and ending it. */
export interface Hooks {
  /** Ends the run soon; what was measured is kept. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What a run is made with. */
export interface Means {
  readonly execute: Execute;
  /** Milliseconds, from wherever. */
  readonly now: () => number;
}

/** How often the live estimate is made anew: it takes time that would be measured in. */
const ESTIMATE_MS = 500;

/** A run as it goes on: starts one measuring process after another, takes what they report, and says when to end. */
export class Session {
  private readonly cells;
  private readonly blocks: BlockRecord[] = [];
  private readonly processes: Process[] = [];
  private readonly distributions = new Distributions();
  private readonly notes = new Set<string>();
  private readonly live: Live;
  private readonly start: number;
  private readonly signal: AbortSignal;
  private phase: Progress['phase'] = 'starting';
  private share = 0;
  private startOfProcess = 0;
  private startOfRounds = 0;
  private estimated = -Infinity;
  private estimate: Progress['estimate'];
  private end: End | undefined;
  private failure: string | undefined;

  constructor(
    private readonly experiment: Experiment,
    private readonly source: ExperimentSource,
    private readonly plan: Plan,
    private readonly hooks: Hooks,
    private readonly means: Means,
  ) {
    checkPlan(plan);
    this.cells = cellsOf(experiment);
    this.live = new Live(this.cells);
    this.signal = hooks.signal ?? new AbortController().signal;
    this.start = means.now();
  }

  async run(): Promise<RunRecord> {
    const environment = lookAround();
    while (this.goesOn()) await this.process(this.processes.length);
    const { name, title, quantity, factors, armTitles, settings } = this.experiment;
    return {
      experiment: {
        ...{ name, title, quantity, factors, cells: this.cells, settings },
        ...(armTitles === undefined ? {} : { armTitles }),
      },
      plan: this.plan,
      environment,
      notes: [...this.notes],
      end: this.end!,
      ...(this.failure === undefined ? {} : { failure: this.failure }),
      processes: this.processes,
      blocks: this.blocks,
      distributions: this.distributions.records(),
      elapsedMs: this.elapsed(),
    };
  }

  private elapsed(): number {
    return this.means.now() - this.start;
  }

  /** Whether there is to be another process; if not, why is kept. */
  private goesOn(): boolean {
    const { plan, signal, processes } = this;
    if (this.end === 'failed' || this.end === 'width') return false;
    if (signal.aborted) this.end = 'interrupted';
    else if (processes.length > 0 && plan.budgetMs !== null && this.elapsed() >= plan.budgetMs) this.end = 'budget';
    else if (wantsAnother(plan, processes.length)) return true;
    return false;
  }

  private async process(index: number): Promise<void> {
    const { source, plan, signal, means } = this;
    this.share = shareOf(plan, index, this.elapsed());
    this.startOfProcess = means.now();
    this.enter('starting');
    const warmUpMs = warmUpOf(this.share, this.cells.flatMap(({ views }) => views).length);
    const listener: Listener = {
      signal,
      started: (pid) => this.began(index, pid),
      answer: (report) => this.take(report),
    };
    try {
      await means.execute({ source, index, seed: plan.seed, warmUpMs }, listener);
    } catch (error) {
      if (!(error instanceof ProcessError)) throw error;
      // Who interrupts does not ask for a process's last word.
      if (signal.aborted) this.notes.add(error.message);
      else this.failed(error.message, this.processes[index]);
    }
    const record = this.processes[index];
    if (record !== undefined) record.elapsedMs = means.now() - this.startOfProcess;
    if (this.end === 'failed' || signal.aborted) return;
    // One alone was asked for while it measured, and not before it had rounds enough.
    if (this.processes.length > 1 && isTimeToAsk(plan, this.processes) && this.isNarrow()) this.end = 'width';
  }

  private began(index: number, pid: number): void {
    const warmUp = { ms: 0, steady: false, unsteady: [...this.cells.keys()] };
    this.processes.push({ index, pid, rounds: 0, warmUp, lengths: [], overhead: {}, elapsedMs: 0 });
    this.enter('warm-up');
  }

  private take(report: Report): Order {
    const record = this.processes.at(-1)!;
    switch (report.kind) {
      case 'warming':
        this.tell();
        break;
      case 'warm':
        [record.warmUp, record.lengths] = [report.warmUp, report.lengths];
        for (const note of report.notes) this.notes.add(note);
        this.startOfRounds = this.means.now();
        this.enter('rounds');
        break;
      case 'round':
        return this.takeRound(record, report);
      case 'end':
        this.distributions.add(report.distributions);
        if (report.failure !== undefined) this.failed(report.failure, record);
    }
    return this.signal.aborted ? 'end' : 'on';
  }

  private takeRound(record: Process, report: RoundReport): Order {
    // One at a time: there may be more blocks than a call can have arguments.
    for (const block of report.blocks) this.blocks.push({ process: record.index, ...block });
    this.distributions.add(report.distributions);
    this.live.add(report.blocks);
    if (report.whole) {
      record.rounds++;
      for (const [view, value] of Object.entries(report.overhead)) (record.overhead[view] ??= []).push(value);
    }
    this.tell();
    return this.isEnough(record) ? 'end' : 'on';
  }

  /** Whether another round is too many for this process, or would not fit into its time. */
  private isEnough({ rounds }: ProcessRecord): boolean {
    if (this.signal.aborted) return true;
    if (this.plan.rounds !== null && rounds >= this.plan.rounds) {
      this.end = 'rounds';
      return true;
    }
    if (isTimeToAskWithin(this.plan, rounds) && this.isNarrow()) {
      this.end = 'width';
      return true;
    }
    const now = this.means.now();
    const aRound = (now - this.startOfRounds) / Math.max(1, rounds);
    if (now + aRound <= this.startOfProcess + this.share) return false;
    this.end = 'budget';
    return true;
  }

  private isNarrow(): boolean {
    const { experiment, cells, blocks, plan } = this;
    const all = widths({ experiment: { ...experiment, cells }, blocks });
    return all.length > 0 && all.every(({ width }) => width <= plan.width!);
  }

  /** There is no record of a process that could not be started. */
  private failed(why: string, record: Process | undefined): void {
    this.end = 'failed';
    this.failure = why;
    if (record !== undefined) record.failure = why;
  }

  private enter(phase: Progress['phase']): void {
    this.phase = phase;
    this.tell();
  }

  private tell(): void {
    const { onProgress } = this.hooks;
    if (onProgress === undefined) return;
    const now = this.means.now();
    if (now - this.estimated > ESTIMATE_MS) [this.estimated, this.estimate] = [now, this.live.leastCertain()];
    const { processes, plan, phase, estimate } = this;
    const index = phase === 'starting' ? processes.length : processes.length - 1;
    const rounds = processes.reduce((sum, each) => sum + each.rounds, 0);
    onProgress({
      ...this.doneSoFar(rounds),
      process: index,
      processes: Math.max(plan.processes, index + 1),
      phase,
      round: processes[index]?.rounds ?? 0,
      rounds,
      ...(estimate === undefined ? {} : { estimate }),
    });
  }

  private doneSoFar(rounds: number): Pick<Progress, 'done' | 'leftMs'> {
    const { plan } = this;
    const elapsed = this.elapsed();
    const ofRounds = plan.rounds === null ? 0 : rounds / (plan.rounds * plan.processes);
    const ofBudget = plan.budgetMs === null ? 0 : elapsed / plan.budgetMs;
    const done = Math.min(1, Math.max(ofRounds, ofBudget));
    return { done, leftMs: done === 0 ? undefined : (elapsed * (1 - done)) / done };
  }
}
