type Data = Readonly<Record<string, unknown>>;

/** What two pieces of plain data have not alike: its whole name, `socket.nodelay`, and both values as texts, or `none`. */
export interface Difference {
  readonly name: string;
  readonly one: string;
  readonly other: string;
}

export function differencesOf(a: Data, b: Data): Difference[] {
  const [ones, others] = [new Map(leaves(a, '')), new Map(leaves(b, ''))];
  return [...new Set([...ones.keys(), ...others.keys()])].flatMap((name) => {
    const [one = 'none', other = 'none'] = [ones.get(name), others.get(name)];
    return one === other ? [] : [{ name, one, other }];
  });
}

function leaves(data: Data, prefix: string): [string, string | undefined][] {
  return Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value as Data, `${prefix}${name}.`)
      : [[`${prefix}${name}`, canonical(value)]],
  );
}

/** Equal for equal values, whatever the order of their parts; undefined for none. */
export function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
