import type { Environment } from '../../environment';
import type { Run } from '../../run';

/** Changes when a reader of the file would have to. */
export const SCHEMA = 1;

/** The raw data of a run: every block, and where and how it was measured. */
export function formatJson({ plan, blocks, clock, ...run }: Run, environment: Environment): string {
  const head = {
    schema: SCHEMA,
    environment,
    seed: plan.seed,
    budgetMs: finite(plan.budgetMs),
    plannedRounds: finite(plan.rounds),
    end: run.end,
    failure: run.failure?.message,
    rounds: run.rounds,
    warmUpMs: run.warmUpMs,
    elapsedMs: run.elapsedMs,
    clockNs: clock,
  };
  // A block a line: thousands of them stay readable, and can be searched.
  const lines = blocks.map((block) => `    ${JSON.stringify(block)}`);
  const body = JSON.stringify(head, undefined, 2).replace(/\n}$/, '');
  return `${body},\n  "blocks": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** JSON has no Infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
