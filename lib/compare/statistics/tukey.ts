import { quantileSorted } from 'simple-statistics';
import { sorted } from './walsh';

/** How many values lie outside Tukey's fences: beyond 1.5 and beyond 3 interquartile ranges from the quartiles. */
export interface Outside {
  readonly mild: number;
  readonly severe: number;
}

/** @see J. W. Tukey, Exploratory Data Analysis, 1977, section 2D */
export function outsideFences(values: readonly number[]): Outside {
  if (values.length === 0) return { mild: 0, severe: 0 };
  const ascending = [...sorted(values)];
  const [first, third] = [quantileSorted(ascending, 0.25), quantileSorted(ascending, 0.75)];
  const beyond = (ranges: number): number => {
    const step = ranges * (third - first);
    return values.filter((value) => value < first - step || value > third + step).length;
  };
  const severe = beyond(3);
  return { mild: beyond(1.5) - severe, severe };
}
