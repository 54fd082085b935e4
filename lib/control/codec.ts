import { viewOf } from '../core/bytes';
import { checkInt } from '../core/check';
import { type Make, i32, u8 } from '../core/layout/field';
import { LITTLE } from '../core/little';
import type { Struct } from '../core/layout/struct';
import { wrongType } from '../core/misuse';

/** How the fields of a message are made of its data, and its data of them. */
export interface Codec<T> {
  /** The fields; `undefined` for data that has not the form, which is then given as it is. */
  read(data: Uint8Array): T | undefined;
  /** Checks the fields of a message of the caller's, which errors call `name`, and gives its data. */
  write(name: string, message: Record<string, unknown>): Uint8Array;
}

export function dataView(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}

/** A single value under a word: `{ ttl: 64 }`. */
export function one<K extends string, T>(word: K, make: Make<T>): Codec<Record<K, T>> {
  const field = make('', 0);
  return {
    read(data) {
      if (data.length !== field.size) return undefined;
      return { [word]: field.read(dataView(data), 0) } as Record<K, T>;
    },
    write(name, message) {
      const data = new Uint8Array(field.size);
      field.write(dataView(data), 0, `${name}.${word}`, message[word]);
      return data;
    },
  };
}

/** The members of a structure: `{ pid, uid, gid }`. A newer kernel may have more of them after those known here. */
export function members<T extends object>(layout: Struct<T>, defaults: Partial<T> = {}): Codec<T> {
  const absent = Object.entries(defaults);
  return {
    read: (data) => (data.length < layout.size ? undefined : layout.read(dataView(data), 0)),
    write(name, message) {
      const data = new Uint8Array(layout.size);
      const given = { ...message };
      for (const [key, value] of absent) if (given[key] === undefined) given[key] = value;
      layout.write(dataView(data), 0, name, given);
      return data;
    },
  };
}

/** A structure under a word: `{ time: { seconds, nanoseconds } }`. */
export function structure<K extends string, T extends object>(word: K, layout: Struct<T>): Codec<Record<K, T>> {
  return {
    read(data) {
      if (data.length < layout.size) return undefined;
      return { [word]: layout.read(dataView(data), 0) } as Record<K, T>;
    },
    write(name, message) {
      const data = new Uint8Array(layout.size);
      layout.write(dataView(data), 0, `${name}.${word}`, message[word]);
      return data;
    },
  };
}

/** A value that the kernel gives as a byte, and takes as an int, too. */
export function byteOrInt<K extends string>(word: K): Codec<Record<K, number>> {
  const byte = one(word, u8);
  const int = one(word, i32);
  return { read: (data) => byte.read(data) ?? int.read(data), write: (name, message) => int.write(name, message) };
}

/** Bytes whose meaning is left to the program. */
export function bytes<K extends string>(word: K): Codec<Record<K, Uint8Array>> {
  return {
    read: (data) => ({ [word]: data }) as Record<K, Uint8Array>,
    write: (name, message) => new Uint8Array(viewOf(`${name}.${word}`, message[word])),
  };
}

/** As many ints as there are. */
export function ints<K extends string, T extends number>(word: K): Codec<Record<K, T[]>> {
  return {
    read(data) {
      if (data.length % 4 !== 0) return undefined;
      const view = dataView(data);
      const values = Array.from({ length: data.length / 4 }, (_, index) => view.getInt32(index * 4, LITTLE));
      return { [word]: values } as Record<K, T[]>;
    },
    write(name, message) {
      const given = message[word];
      if (!Array.isArray(given)) throw wrongType(`${name}.${word}`, 'an array of integers', given);
      const values = Array.from(given, (value, index) => checkInt(`${name}.${word}[${index}]`, value));
      const view = new DataView(new ArrayBuffer(values.length * 4));
      values.forEach((value, index) => view.setInt32(index * 4, value, LITTLE));
      return new Uint8Array(view.buffer);
    },
  };
}
