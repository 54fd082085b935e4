import type { Analysis, LevelOf, RunRecord } from 'sockcall/compare';
import { capital, count, figure, list, range, size } from '../words';
import { MESSAGE, type Moment } from './attempt';

/** What one size of the buffer showed, over one transport. */
interface Case {
  readonly set: number;
  readonly granted: number;
  /** What the baseline took, by which call it was. */
  readonly taken: Readonly<Record<Moment, number>>;
  /** Where the bytes of the blocking call were. */
  readonly arrived: number;
  readonly unsent: number;
}

/** Figures that differ by less are the same. */
const ALIKE = 0.01;

/** What the run says of the question, from its own numbers. */
export function conclude(record: RunRecord, analysis: Analysis): string[] {
  const transports = record.experiment.factors.find(({ name }) => name === 'transport')!;
  const byTransport = transports.levels
    .map((level) => ({
      where: `on ${transports.titles?.[String(level)] ?? ''}`,
      cases: casesOf(analysis, String(level)),
    }))
    .filter(({ cases }) => cases.length > 0);
  const all = byTransport.flatMap(({ cases }) => cases);
  if (all.length === 0) return ['Nothing can be said: no round was done.'];
  return [
    ...byTransport.flatMap(({ cases, where }) => [grows(cases, where), second(cases), whereabouts(cases)]),
    blocking(all),
    doubling(all, record),
    arms(record, analysis),
  ];
}

function casesOf({ comparisons }: Analysis, transport: string): readonly Case[] {
  const here = comparisons.filter(({ cell }) => cell['transport'] === transport);
  const sizes = [...new Set(here.map(({ cell }) => Number(cell['sndbuf'])))].sort((one, other) => one - other);
  return sizes.flatMap((set) => {
    const level = (moment: Moment): LevelOf | undefined =>
      here.find(({ cell }) => cell['sndbuf'] === set && cell['call'] === moment)?.baseline;
    const [first, next, waiting] = [level('first'), level('second'), level('blocking')];
    if (first === undefined || next === undefined || waiting === undefined) return [];
    const taken = { first: first.value, second: next.value, blocking: waiting.value };
    const { granted = NaN } = first.extra;
    const { arrived = NaN, unsent = NaN } = waiting.extra;
    return [{ set, granted, taken, arrived, unsent }];
  });
}

/** Whether more is taken with more room, and by how much. */
function grows(cases: readonly Case[], where: string): string {
  const taken = cases.map((one) => one.taken.first);
  const [least, most] = [cases[0]!, cases.at(-1)!];
  const ends = `${count(least.taken.first)} B with ${size(least.set)}, ${count(most.taken.first)} B with ${size(most.set)}`;
  const monotonous = taken.every((value, index) => index === 0 || value >= taken[index - 1]!);
  if (!monotonous || most.taken.first <= least.taken.first) {
    return `${capital(where)} the first call did not show to take more with a larger SO_SNDBUF: ${ends}.`;
  }
  const flat = cases.filter((one) => alike(one.taken.first, least.taken.first));
  const floor = flat.length < 2 ? '' : `; up to ${size(flat.at(-1)!.set)} it takes the same`;
  return (
    `${capital(where)} the first call takes more with a larger SO_SNDBUF: ${ends}, which is ` +
    `${figure(most.taken.first / most.set)} B for each that it was set to${floor}.`
  );
}

function second(cases: readonly Case[]): string {
  const more = cases.filter((one) => one.taken.second > 0);
  if (more.length === 0) return 'The second call answers EAGAIN at every size.';
  const taken = range(
    more.map((one) => one.taken.second),
    count,
  );
  const rest = cases.filter((one) => one.taken.second === 0).map((one) => size(one.set));
  return (
    `The second call still takes ${taken} B with ${list(more.map((one) => size(one.set)))}, ` +
    `since some of what the first took has reached the receiver by then` +
    (rest.length === 0 ? '.' : `; it answers EAGAIN with ${list(rest)}.`)
  );
}

/** Where the bytes are that the kernel has taken. */
function whereabouts(cases: readonly Case[]): string {
  if (cases.every((one) => one.arrived === one.taken.blocking)) {
    return 'All that was taken lies with the receiver at once.';
  }
  const arrived = range(
    cases.map((one) => one.arrived),
    count,
  );
  const unsent = range(
    cases.map((one) => one.unsent),
    count,
  );
  const whole = cases.every((one) => alike(one.arrived + one.unsent, one.taken.blocking));
  return (
    `Of what was taken, ${arrived} B lie with the receiver and ${unsent} B wait with the sender, not sent` +
    (whole ? '.' : ', which is not all of it.')
  );
}

function blocking(cases: readonly Case[]): string {
  const ratios = cases.map(({ taken }) => taken.blocking / (taken.first + taken.second));
  const given = `A blocking call that gives up (SO_SNDTIMEO) says how much it took of ${size(MESSAGE.length)}, `;
  return ratios.every((ratio) => alike(ratio, 1))
    ? `${given}as much as the two non-blocking ones together; the rest never left the program.`
    : `${given}${range(ratios)} times as much as the two non-blocking ones together.`;
}

function alike(one: number, other: number): boolean {
  return Math.abs(one - other) <= ALIKE * Math.abs(other);
}

function doubling(cases: readonly Case[], { environment }: RunRecord): string {
  const ratios = cases.map((one) => one.granted / one.set);
  const twice = cases.filter((one) => one.granted === 2 * one.set);
  if (twice.length === cases.length) return 'SO_SNDBUF reads back as twice what it was set to, at every size.';
  const others = [...new Set(cases.filter((one) => one.granted !== 2 * one.set).map((one) => size(one.set)))];
  const limit = environment.sysctls?.['net.core.wmem_max'];
  const why = limit === undefined ? '' : ` (net.core.wmem_max is ${count(Number(limit))})`;
  return `SO_SNDBUF reads back as ${range(ratios)} times what it was set to; not as twice with ${list(others)}${why}.`;
}

/** Whether it matters which call it is. */
function arms({ experiment }: RunRecord, { comparisons }: Analysis): string {
  const title = (arm: string): string => experiment.armTitles?.[arm] ?? arm;
  const { baseline, candidate } = comparisons[0]!;
  const both = `${title(baseline.arm)} and ${title(candidate.arm)}`;
  const far = comparisons.filter(({ shift, band }) => Math.abs(shift.value) > band);
  return far.length === 0
    ? `${both} take the same, in all ${comparisons.length} cells.`
    : `${both} differ in ${far.length} of ${comparisons.length} cells, by up to ${count(Math.max(...far.map(({ shift }) => Math.abs(shift.value))))} B.`;
}
