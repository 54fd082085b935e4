import { type Warning, warnings } from '../../environment';
import type { RunRecord } from '../../record';
import { capitalised, formatList } from '../words';
import { environmentsOf, partName } from './surroundings';

/** What disturbed the run, and what can be done about it; of a run that was put together, with the parts that it disturbed. */
export function warningsOf(record: RunRecord): readonly Warning[] {
  return warningsAmong(environmentsOf(record).map(warnings), partName);
}

/** What disturbed each of several, said once; with the names of those that it disturbed unless it was all of them. */
export function warningsAmong(
  lists: readonly (readonly Warning[])[],
  nameOf: (place: number) => string,
): readonly Warning[] {
  const found = new Map<string, { readonly warning: Warning; readonly names: string[] }>();
  lists.forEach((list, place) => {
    for (const warning of list) {
      const known = found.get(warning.what);
      if (known === undefined) found.set(warning.what, { warning, names: [nameOf(place)] });
      else known.names.push(nameOf(place));
    }
  });
  return [...found.values()].map(({ warning: { what, remedy }, names }) => ({
    what: names.length === lists.length ? what : `${capitalised(formatList(names))}: ${what}`,
    remedy,
  }));
}
