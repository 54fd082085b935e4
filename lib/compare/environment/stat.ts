import type { Machine } from './machine';

/** What /proc/stat has counted for all processors together since the start, in ticks. */
export interface Ticks {
  readonly total: number;
  readonly idle: number;
  readonly steal: number;
}

/** Nothing where there is no /proc/stat. */
export function ticks(machine: Machine): Ticks | undefined {
  const [, line] = /^cpu +(.*)$/m.exec(machine.readFile('/proc/stat') ?? '') ?? [];
  if (line === undefined) return undefined;
  // The time of guests, which follows, is in user and nice already.
  const counts = line.split(' ').map(Number).slice(0, 8);
  const [, , , idle = 0, iowait = 0, , , steal = 0] = counts;
  return { total: counts.reduce((sum, count) => sum + count, 0), idle: idle + iowait, steal };
}

/** In percent, to two places. */
export function stealSinceBoot(machine: Machine): number | undefined {
  const now = ticks(machine);
  return now === undefined || now.total === 0 ? undefined : Math.round((1e4 * now.steal) / now.total) / 100;
}

/** The ticks that each process has used, with its name, by its id. */
export function ticksByProcess(
  machine: Machine,
): ReadonlyMap<number, { readonly name: string; readonly used: number }> {
  const found = new Map<number, { name: string; used: number }>();
  for (const entry of machine.list('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    // A name may have blanks and brackets; it ends with the last bracket.
    const [, name, rest] = /\((.*)\) (.*)$/s.exec(machine.readFile(`/proc/${entry}/stat`) ?? '') ?? [];
    if (name === undefined || rest === undefined) continue;
    const fields = rest.split(' ');
    found.set(Number(entry), { name, used: Number(fields[11]) + Number(fields[12]) });
  }
  return found;
}
