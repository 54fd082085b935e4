import type { Plan } from '../record';

/** How much of a process's time the warm-up takes at most. */
const WARM_UP_SHARE = 1 / 3;

/** The same where nothing limits the time: for each cell and view. */
const WARM_UP_MS = 100;

/** How long a process measures if only the width counts. */
const PROCESS_MS = 2000;

/** What is left of the budget, in equal shares for the processes that are still to come. */
export function shareOf(plan: Plan, index: number, elapsed: number): number {
  if (plan.budgetMs !== null) return (plan.budgetMs - elapsed) / Math.max(1, plan.processes - index);
  return plan.rounds === null ? PROCESS_MS : Infinity;
}

export function warmUpOf(share: number, cellsAndViews: number): number {
  return share === Infinity ? WARM_UP_MS * cellsAndViews : WARM_UP_SHARE * share;
}

/** Whether the plan wants another process. If only the width counts, there is always one more. */
export function wantsAnother(plan: Plan, index: number): boolean {
  return index < plan.processes || !isLimited(plan);
}

/** Whether anything but the width ends a run. */
function isLimited(plan: Plan): boolean {
  return plan.budgetMs !== null || plan.rounds !== null;
}

/** With fewer processes, intervals that look narrow may well be so by chance. */
const LEAST_PROCESSES = 5;

/** Whether to look at the widths when a process has ended: not too early, or when the run is over anyway. */
export function isTimeToAsk(plan: Plan, { length }: readonly unknown[]): boolean {
  if (plan.width === null) return false;
  return length >= LEAST_PROCESSES || (isLimited(plan) && length === plan.processes);
}

/** Looked at after so many rounds first. */
const FIRST_ASKED = 32;

/**
 * The same in a process that is the only one: after 32 rounds, 64, 128 and so on, since who asks too often stops where it
 * looks narrow by chance.
 */
export function isTimeToAskWithin(plan: Plan, rounds: number): boolean {
  const isOnlyOne = plan.processes === 1 && isLimited(plan);
  return plan.width !== null && isOnlyOne && rounds >= FIRST_ASKED && Number.isInteger(Math.log2(rounds));
}

/** Throws if there is no end to a plan, or no sense in it. */
export function checkPlan({ seed, budgetMs, rounds, processes, width }: Plan): void {
  const require = (fine: boolean, what: string): void => {
    if (!fine) throw new RangeError(`a plan's ${what}`);
  };
  require(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff, 'seed is an integer from 0 to 4294967295');
  require(budgetMs === null || budgetMs > 0, 'budget is above 0, or null');
  require(rounds === null || (Number.isInteger(rounds) && rounds > 0), 'rounds are an integer from 1 on, or null');
  require(Number.isInteger(processes) && processes > 0, 'processes are an integer from 1 on');
  require(width === null || width > 0, 'width is above 0, or null');
  require(budgetMs !== null || rounds !== null || width !== null, 'budget, rounds or width must say when it ends');
}
