import type { Comparison } from '../../analyse';
import { MIN_ROUNDS, type Verdict } from '../../statistics';
import { type TransportName, transports } from '../../transport';
import { formatList, formatRange, formatSize } from './format';

/** One plain sentence for each transport, out of its own numbers; never a difference that is inside the floor. */
export function formatSentences(comparisons: readonly Comparison[]): string[] {
  const names = [...new Set(comparisons.map(({ cell }) => cell.transport))];
  return names.map((name) => {
    const own = comparisons.filter(({ cell }) => cell.transport === name);
    return `On ${titleOf(name)} ${groupsOf(own).map(clause).join('; ')}.`;
  });
}

function titleOf(name: TransportName): string {
  return transports[name].title;
}

/** The comparisons of the same two calls, which differ in size alone. */
function groupsOf(comparisons: readonly Comparison[]): Comparison[][] {
  const groups = new Map<string, Comparison[]>();
  for (const comparison of comparisons) {
    const key = `${comparison.baseline.arm} ${comparison.candidate.arm}`;
    groups.set(key, [...(groups.get(key) ?? []), comparison]);
  }
  return [...groups.values()];
}

/** What is to be said of two calls, for the sizes of each verdict. */
function clause(group: readonly Comparison[]): string {
  const { baseline, candidate } = group[0]!;
  const [a, b] = [`${baseline.arm}()`, `${candidate.arm}()`];
  const of = (wanted: Verdict): Comparison[] => group.filter(({ verdict }) => verdict === wanted);
  if (of('too few rounds').length > 0) {
    return `fewer than ${MIN_ROUNDS} rounds are too few to tell ${b} from ${a}`;
  }
  const parts: string[] = [];
  const [more, less, none] = [of('more'), of('less'), of('none')];
  if (more.length > 0) parts.push(`${b} costs ${amount(more)} more than ${a} ${shares(more)} ${where(more, group)}`);
  if (less.length > 0) parts.push(`${b} costs ${amount(less)} less than ${a} ${shares(less)} ${where(less, group)}`);
  if (none.length > 0) {
    const which = parts.length > 0 ? '' : ` between ${a} and ${b}`;
    parts.push(`${where(none, group)} this run can show no difference${which}`);
  }
  return parts.join(', while ');
}

function amount(comparisons: readonly Comparison[]): string {
  return `${formatRange(comparisons.map(({ difference }) => Math.abs(difference.value)))} ns`;
}

function shares(comparisons: readonly Comparison[]): string {
  return `(${formatRange(comparisons.map(({ percent }) => Math.abs(percent.value)))} %)`;
}

function where(part: readonly Comparison[], group: readonly Comparison[]): string {
  if (part.length === group.length && part.length > 1) return 'at every size';
  return `at ${formatList(part.map(({ cell }) => formatSize(cell.size)))}`;
}
