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
  const sentences = transports.levels.flatMap((level) => {
    const cases = casesOf(analysis, String(level));
    const where = `on ${transports.titles?.[String(level)] ?? String(level)}`;
    return cases.length === 0 ? [] : [grows(cases, where), second(cases), blocking(cases), whereabouts(cases)];
  });
  if (sentences.length === 0) return ['Nothing can be said: no round was done.'];
  const all = transports.levels.flatMap((level) => casesOf(analysis, String(level)));
  return [...sentences, doubling(all, record), arms(record, analysis)];
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
  const ends = `${count(least.taken.first)} B with SO_SNDBUF set to ${size(least.set)}, ${count(most.taken.first)} B with ${size(most.set)}`;
  const subject = `${capital(where)}, the first call`;
  const never = taken.every((value, index) => index === 0 || value >= taken[index - 1]!);
  if (!never || most.taken.first <= least.taken.first) return `${subject} did not show to grow with SO_SNDBUF: it takes ${ends}.`;
  const flat = cases.filter((one) => Math.abs(one.taken.first / least.taken.first - 1) < ALIKE);
  const floor = flat.length < 2 ? '' : `, and no less than ${count(least.taken.first)} B up to ${size(flat.at(-1)!.set)}`;
  return `${subject} takes more with a larger SO_SNDBUF: ${ends} (${figure(most.taken.first / most.set)} B for each byte set)${floor}.`;
}

function second(cases: readonly Case[]): string {
  const more = cases.filter((one) => one.taken.second > 0);
  if (more.length === 0) return 'The second call answers EAGAIN at every size.';
  const rest = cases.length === more.length ? '' : ', and answers EAGAIN at the others';
  const sizes = list(more.map((one) => size(one.set)));
  return `The second call still takes ${range(more.map((one) => one.taken.second), count)} B with ${sizes}${rest}: the first has stopped short of what there was room for.`;
}

function blocking(cases: readonly Case[]): string {
  const as = (one: Case): boolean => {
    const both = one.taken.first + one.taken.second;
    return Math.abs(one.taken.blocking - both) <= ALIKE * both;
  };
  const short = `A blocking call with SO_SNDTIMEO ends with a short count too, of ${size(MESSAGE.length)} that it was given`;
  return cases.every(as)
    ? `${short}: as much as the two non-blocking calls together.`
    : `${short}: ${range(cases.map((one) => one.taken.blocking / (one.taken.first + one.taken.second)))} times what the two non-blocking calls take together.`;
}

function whereabouts(cases: readonly Case[]): string {
  const all = cases.every((one) => one.arrived === one.taken.blocking);
  if (all) return 'All that is taken lies with the receiver at once, and counts against the sender; the rest is still the program’s.';
  const arrived = range(cases.map((one) => one.arrived), count);
  const unsent = range(cases.map((one) => one.unsent), count);
  const whole = cases.every((one) => Math.abs(one.arrived + one.unsent - one.taken.blocking) <= ALIKE * one.taken.blocking);
  return (
    `Of what it took, ${arrived} B lie with the receiver and ${unsent} B with the sender, not sent` +
    (whole ? '; the rest is still the program’s.' : ', which is not all of it.')
  );
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
