import type { Warning } from '../../environment';
import type { Paint } from '../paint';
import { wrap } from './wrap';

export function warningLines(warnings: readonly Warning[], width: number, paint: Paint): string[] {
  return warnings.flatMap(({ what, remedy }) =>
    wrap(`warning: ${what} ${remedy}`, width).map((line) => paint('yellow', line)),
  );
}
