import { differences, ratios } from './estimate';
import type { Samples } from './schedule';
import type { Suite, Target } from './suite/suite';
import { decimalsOf, interval, signed } from './table';

/** A suite's targets against what was reached, one line each. */
export function verdicts(suite: Suite, samples: Samples): string[] {
  return suite.targets.map((target) => `${suite.name}: ${verdict(target, suite, samples)}`);
}

function verdict(target: Target, suite: Suite, samples: Samples): string {
  const { contenders, unit } = suite;
  const values = samples.get(target.contender);
  if (values === undefined) return `${target.contender} was not measured`;
  const baseline = samples.get(target.of ?? contenders[0]!.name);
  if (baseline === undefined) return `${target.of} was not measured`;
  const isRatio = target.over === 'ratio';
  const digits = isRatio ? (target.within === undefined ? 2 : 3) : decimalsOf(suite);
  const got = isRatio ? ratios(values, baseline) : differences(values, baseline);
  const number = (value: number): string =>
    isRatio ? `${value.toFixed(digits)} ×` : `${signed(value, digits)} ${unit}`;
  const reached = (value: number): boolean => isReached(target, value);
  const answer = reached(got.median) ? 'reached' : 'MISSED';
  const unsure = reached(got.low) !== reached(got.high) ? ', but the interval holds both answers' : '';
  const range = `(${interval(got, digits)})`;
  const over = target.of === undefined ? '' : ` of ${target.of}`;
  const bound = boundOf(target, number);
  return `${target.contender}${over} ${number(got.median)} ${range} of ${bound}: ${answer}${unsure}`;
}

function isReached({ over, within, atLeast, atMost }: Target, value: number): boolean {
  if (within !== undefined) return Math.abs(value - (over === 'ratio' ? 1 : 0)) <= within;
  return atLeast === undefined ? value <= atMost! : value >= atLeast;
}

function boundOf({ over, within, atLeast, atMost }: Target, number: (value: number) => string): string {
  if (within !== undefined) return over === 'ratio' ? `1 ± ${within} ×` : `0 ± ${number(within).slice(1)}`;
  return atLeast === undefined ? `≤ ${number(atMost!)}` : `≥ ${number(atLeast)}`;
}
