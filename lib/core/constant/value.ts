import { native } from '../native';

const values = native.constants;

/** The value of a row of the table, by its place among all rows; `undefined` if the platform lacks it. */
export function constantAt(place: number): number | undefined {
  const value = values[place];
  return Number.isNaN(value) ? undefined : value;
}
