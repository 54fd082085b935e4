/** Without the fields that have no value; nothing if none has one. Files then have no holes, and equal data is equal. */
export function present<T extends object>(fields: T): T | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as T);
}

/** A number that a file is, if it is one. */
export function numberIn(text: string | undefined): number | undefined {
  const value = text === undefined ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** The processors in a list of the kernel's: `0-1,4` are 0, 1 and 4. */
export function cpusIn(list: string): readonly number[] {
  return list.split(',').flatMap((part) => {
    const [, first, last] = /^(\d+)(?:-(\d+))?/.exec(part.trim()) ?? [];
    if (first === undefined) return [];
    const length = Number(last ?? first) - Number(first) + 1;
    return Array.from({ length: Math.max(length, 0) }, (_, index) => Number(first) + index);
  });
}
