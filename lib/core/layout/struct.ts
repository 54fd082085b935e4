import { wrongType } from '../misuse';
import type { Field } from './field';

/** A member that older kernels lack is optional in TypeScript, but has a place like any other. */
type Fields<T> = { readonly [K in keyof T]-?: Field<Exclude<T[K], undefined>> };

/** A structure of C: its name there, its size, and its members by the names that they have in TypeScript. */
export interface Struct<T> {
  /** As C declares it, `struct linger` say, for the check against the headers. */
  readonly type: string;
  readonly size: number;
  readonly fields: Fields<T>;
  /** True for a structure that newer headers may lengthen, and older ones have shorter. */
  readonly grows: boolean;
  /** The kernel whose headers have it first, if those that one may meet do not all have it. */
  readonly since: string | undefined;
  /** The members that lie within `length` bytes; of a structure that has grown, an older kernel gives fewer. */
  read(view: DataView, at: number, length?: number): T;
  write(view: DataView, at: number, name: string, value: unknown): void;
}

/** The layouts that a test and a `static_assert` hold against the headers; each struct() adds itself. */
export const structs: Struct<never>[] = [];

export function struct<T extends object>(
  type: string,
  size: number,
  fields: Fields<T>,
  { grows = false, since }: { grows?: boolean; since?: string } = {},
): Struct<T> {
  const entries = Object.entries<Field<unknown>>(fields as Record<string, Field<unknown>>);
  const made: Struct<T> = {
    type,
    size,
    fields,
    grows,
    since,
    read(view, at, length = size) {
      const value: Record<string, unknown> = {};
      for (const [name, field] of entries) {
        if (field.offset + field.size <= length) value[name] = field.read(view, at);
      }
      return value as T;
    },
    write(view, at, name, value) {
      if (typeof value !== 'object' || value === null) throw wrongType(name, 'of type object', value);
      for (const [key, field] of entries) {
        field.write(view, at, `${name}.${key}`, (value as Record<string, unknown>)[key]);
      }
    },
  };
  structs.push(made as unknown as Struct<never>);
  return made;
}
