/** A value of a factor. */
export type Level = string | number | boolean;

/** One combination of conditions in which the arms are compared: a level for each factor, by the factor's name. */
export type Cell = Readonly<Record<string, Level>>;

/** A text that is equal for equal cells, whatever the order of their factors. */
export function cellKey(cell: Cell): string {
  return Object.keys(cell)
    .sort()
    .map((name) => `${name}=${String(cell[name])}`)
    .join(' ');
}
