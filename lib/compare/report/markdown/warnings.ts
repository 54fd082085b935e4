import type { Warning } from '../../environment';
import { escaped } from './escape';

/** A chapter of its own, or none. */
export function markdownWarnings(warnings: readonly Warning[]): string[] {
  if (warnings.length === 0) return [];
  return [`## Warnings\n\n${warnings.map(({ what, remedy }) => `- ${escaped(what)} ${escaped(remedy)}`).join('\n')}`];
}
