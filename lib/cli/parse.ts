import { InvalidArgumentError } from 'commander';

/** A number as people write it, not as JavaScript would take it: no hexadecimal, no empty text, no Infinity. */
function parseNumber(text: string, allowed: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new InvalidArgumentError(`It must be ${allowed}.`);
  return value;
}

/** A parser of an option's number of seconds. */
export function seconds(least: number, most: number): (text: string) => number {
  const allowed = `a number of seconds from ${least} to ${most}`;
  return (text) => {
    const value = parseNumber(text, allowed);
    if (value < least || value > most) throw new InvalidArgumentError(`It must be ${allowed}.`);
    return value;
  };
}

/** A parser of an option's integer. */
export function integer(least: number, most: number): (text: string) => number {
  const allowed = `an integer from ${least} to ${most}`;
  return (text) => {
    const value = parseNumber(text, allowed);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be ${allowed}.`);
    }
    return value;
  };
}

/** A parser of an option's number. */
export function number(least: number, most: number): (text: string) => number {
  const allowed = `a number from ${least} to ${most}`;
  return (text) => {
    const value = parseNumber(text, allowed);
    if (value < least || value > most) throw new InvalidArgumentError(`It must be ${allowed}.`);
    return value;
  };
}

/** Parses yes and no. */
export function boolean(text: string): boolean {
  if (text !== 'yes' && text !== 'no') throw new InvalidArgumentError(`It must be yes or no; not "${text}".`);
  return text === 'yes';
}

/** A parser of two entries; one alone is taken twice. */
export function pair<T>(parseEntry: (text: string) => T): (text: string) => [T, T] {
  return (text) => {
    const entries = text.split(',').map((entry) => parseEntry(entry.trim()));
    if (entries.length > 2) throw new InvalidArgumentError('It has more than two entries.');
    return [entries[0]!, entries.at(-1)!];
  };
}

/** Parses JSON. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidArgumentError(`It must be JSON: ${(error as Error).message}.`);
  }
}

/** A parser of an option's list, without entries that come twice. */
export function list<T extends string | number | boolean>(parseEntry: (text: string) => T): (text: string) => T[] {
  return (text) => {
    const entries = text.split(',').map((entry) => parseEntry(entry.trim()));
    const twice = entries.find((entry, index) => entries.indexOf(entry) !== index);
    if (twice !== undefined) throw new InvalidArgumentError(`It has ${twice} more than once.`);
    return entries;
  };
}

/** A parser of one of some names. */
export function oneOf<T extends string>(names: readonly T[]): (text: string) => T {
  return (text) => {
    const name = names.find((each) => each === text);
    if (name === undefined) throw new InvalidArgumentError(`Allowed are ${names.join(', ')}; not "${text}".`);
    return name;
  };
}
