import type { Analysis, LevelOf, RunRecord } from 'sockcall/compare';
import { capital, figure, list, range, size } from '../words';

/** What one size of parts showed. */
interface Case {
  readonly size: number;
  readonly baseline: LevelOf;
  readonly candidates: readonly LevelOf[];
}

/** Of so many exchanges each must have stalled to say that a way stalls, or at most so many to say that it does not. */
const HALF = 0.5;

/** What the run says of the question, from its own numbers. */
export function conclude(record: RunRecord, analysis: Analysis): string[] {
  const cases = casesOf(record, analysis);
  if (cases.length === 0) return ['Nothing can be said: no round was done.'];
  const title = (arm: string): string => record.experiment.armTitles?.[arm] ?? arm;
  const stalling = cases.filter(({ baseline }) => stalls(baseline));
  const others = cases.filter(({ baseline }) => !stalls(baseline));
  return [
    ...(stalling.length === 0 ? [] : [...stalled(stalling, title), ...avoided(stalling, title), ...began(stalling)]),
    ...(others.length === 0 ? [] : [notShown(others, title)]),
  ];
}

function casesOf({ experiment }: RunRecord, { comparisons }: Analysis): readonly Case[] {
  return experiment.cells.flatMap(({ cell }, index) => {
    const [first, ...more] = comparisons.filter((comparison) => comparison.index === index);
    if (first === undefined) return [];
    const candidates = [first, ...more].map(({ candidate }) => candidate);
    return [{ size: Number(cell['size']), baseline: first.baseline, candidates }];
  });
}

function stalls({ extra }: LevelOf): boolean {
  return (extra['stalled'] ?? 0) > HALF;
}

type Title = (arm: string) => string;

function withParts(cases: readonly Case[]): string {
  return `with parts of ${list(cases.map((one) => size(one.size)))}`;
}

function stalled(cases: readonly Case[], title: Title): string[] {
  const { baseline } = cases[0]!;
  const time = inMs(cases.map((one) => one.baseline.value));
  const held = cases.every((one) => one.baseline.extra['held'] === one.size);
  const late = range(cases.map((one) => one.baseline.extra['delayedAcks'] ?? 0));
  return [
    `${capital(withParts(cases))}, ${title(baseline.arm)} and the wait for the answer take ${time}: the stall shows.`,
    (held
      ? 'Meanwhile the sender keeps the whole second part until the first is acknowledged (Nagle)'
      : 'The sender did not keep the whole second part') +
      `, and for each exchange the kernel counts ${late === '1' ? 'one late acknowledgement' : `${late} late acknowledgements`}.`,
  ];
}

function avoided(cases: readonly Case[], title: Title): string[] {
  const arms = cases[0]!.candidates.map(({ arm }) => arm);
  const of = (arm: string): { readonly own: LevelOf; readonly ratio: number }[] =>
    cases.map(({ baseline, candidates }) => {
      const own = candidates.find((candidate) => candidate.arm === arm)!;
      return { own, ratio: baseline.value / own.value };
    });
  const helping = arms.filter((arm) => of(arm).every(({ own }) => !stalls(own)));
  const rest = arms.filter((arm) => !helping.includes(arm));
  const values = helping.flatMap(of);
  const best = [...helping].sort((one, other) => sum(of(one)) - sum(of(other)))[0];
  return [
    ...(best === undefined
      ? []
      : [
          `${capital(list(helping.map(title)))} ${helping.length === 1 ? 'avoids' : 'avoid'} it: ` +
            `${inMs(values.map(({ own }) => own.value))}, ${range(values.map(({ ratio }) => ratio))} times less; ` +
            `the least takes ${title(best)}.`,
        ]),
    ...(rest.length === 0 ? [] : [`Not so ${list(rest.map(title))}.`]),
  ];
}

/** The quantity is in µs, so that the fast ways can be told from one another; a stall is a matter of ms. */
function inMs(us: readonly number[]): string {
  return `${range(us.map((value) => value / 1000))} ms`;
}

function sum(values: readonly { readonly own: LevelOf }[]): number {
  return values.reduce((total, { own }) => total + own.value, 0);
}

function began(cases: readonly Case[]): string[] {
  const first = cases.map(({ baseline }) => baseline.extra['unstalledFirst'] ?? 0);
  if (Math.min(...first) < HALF) return [];
  const exchanges = range(first);
  return [
    `A new connection is acknowledged at once for a while: its first ${exchanges === '1' ? 'exchange does' : `${exchanges} exchanges do`} not stall, ` +
      'so that a test of one exchange finds nothing.',
  ];
}

function notShown(cases: readonly Case[], title: Title): string {
  const { baseline } = cases[0]!;
  const values = cases.map((one) => one.baseline.value);
  const others = cases.flatMap(({ candidates }) => candidates.map(({ value }) => value));
  const held = Math.max(...cases.map((one) => one.baseline.extra['held'] ?? 0));
  return (
    `${capital(withParts(cases))} the stall did not show: ${title(baseline.arm)} take ${inMs(values)}, all others ` +
    `${inMs(others)}; ` +
    (held === 0 ? 'the sender kept nothing back.' : `the sender kept ${figure(held)} B back, but not for long.`)
  );
}
