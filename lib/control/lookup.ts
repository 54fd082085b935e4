import type { ControlRow } from './row';
import { rowsHere } from './rows';

let named: ReadonlyMap<unknown, ControlRow> | undefined;
let numbered: ReadonlyMap<string, ControlRow> | undefined;

/** The control message of a name; `undefined` if this platform has none. */
export function rowNamed(name: unknown): ControlRow | undefined {
  named ??= new Map(rowsHere().map((row) => [row.name, row]));
  return named.get(name);
}

/** The control message that is received with these numbers; `undefined` if none is known. */
export function rowOf(level: number, type: number): ControlRow | undefined {
  numbered ??= new Map(
    rowsHere()
      .filter(({ direction }) => direction !== 'send')
      .flatMap((row) => row.types.map((number): [string, ControlRow] => [`${row.level} ${number}`, row])),
  );
  return numbered.get(`${level} ${type}`);
}
