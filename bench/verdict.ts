import { differences, ratios } from './estimate';
import type { Samples } from './schedule';
import type { Suite, Target } from './suite/suite';
import { interval, signed } from './table';

/** A suite's targets against what was reached, one line each. */
export function verdicts(suite: Suite, samples: Samples): string[] {
  return suite.targets.map((target) => `${suite.name}: ${verdict(target, suite, samples)}`);
}

function verdict(target: Target, { contenders, unit }: Suite, samples: Samples): string {
  const values = samples.get(target.contender);
  if (values === undefined) return `${target.contender} was not measured`;
  const baseline = samples.get(target.of ?? contenders[0]!.name);
  if (baseline === undefined) return `${target.of} was not measured`;
  const isRatio = target.over === 'ratio';
  const digits = isRatio || unit === 'ms' ? 2 : 0;
  const got = isRatio ? ratios(values, baseline) : differences(values, baseline);
  const number = (value: number): string => (isRatio ? `${value.toFixed(2)} ×` : `${signed(value, digits)} ${unit}`);
  const { atLeast, atMost = atLeast! } = target;
  const reached = (value: number): boolean => (atLeast === undefined ? value <= atMost : value >= atLeast);
  const answer = reached(got.median) ? 'reached' : 'MISSED';
  const unsure = reached(got.low) !== reached(got.high) ? ', but the interval holds both answers' : '';
  const range = `(${interval(got, digits)})`;
  const over = target.of === undefined ? '' : ` of ${target.of}`;
  const bound = `${atLeast === undefined ? '≤' : '≥'} ${number(atMost)}`;
  return `${target.contender}${over} ${number(got.median)} ${range} of ${bound}: ${answer}${unsure}`;
}
