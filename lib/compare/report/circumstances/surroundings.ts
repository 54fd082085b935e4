import { type Warning, facts, warnings } from '../../environment';
import type { RunRecord } from '../../record';
import type { Row } from './row';

/** What everybody asks first; the others are for reports with more room. */
const SHORT: readonly string[] = ['date', 'versions', 'kernel', 'processor', 'virtual machine', 'load at the start'];

/** Where and with what a run was made. */
export function surroundingsOf({ environment }: RunRecord, all: boolean): Row[] {
  return facts(environment)
    .filter(({ title }) => all || SHORT.includes(title))
    .map(({ title, text }) => ({ name: NAMES[title] ?? title, text }));
}

const NAMES: Readonly<Record<string, string>> = { 'virtual machine': 'virtual', 'load at the start': 'load' };

/** What disturbed the run, and what can be done about it. */
export function warningsOf({ environment }: RunRecord): readonly Warning[] {
  return warnings(environment);
}
