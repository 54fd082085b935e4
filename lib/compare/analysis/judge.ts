import { holm } from '../statistics';
import type { Estimate, Verdict } from './comparison';
import { verdictOf } from './verdict';

/** What is judged together: Holm's correction is over all of them. */
export interface Judged {
  readonly shift: Estimate;
  readonly floor: number | undefined;
  readonly band: number;
  readonly p: number | undefined;
  /** Undefined for what is not to be judged; anything else is replaced. */
  readonly verdict: Verdict | undefined;
}

/** The same with corrected p-values and verdicts, where there are to be any. */
export function judge<T extends Judged>(findings: readonly T[]): (T & { readonly adjusted: number | undefined })[] {
  const tested = findings.filter(({ verdict, p }) => verdict !== undefined && p !== undefined);
  const corrected = new Map<Judged, number>();
  holm(tested.map(({ p }) => p!)).forEach((p, index) => corrected.set(tested[index]!, p));
  return findings.map((finding) => {
    if (finding.verdict === undefined) return { ...finding, adjusted: undefined };
    const adjusted = corrected.get(finding);
    return { ...finding, adjusted, verdict: verdictOf({ ...finding, adjusted }) };
  });
}
