/** A network interface: the number by which the kernel knows it, and its name. */
export interface NetworkInterface {
  readonly index: number;
  readonly name: string;
}

/** The list that native/calls/network.cc fills, as objects. */
export function interfaces(list: readonly unknown[]): NetworkInterface[] {
  const found: NetworkInterface[] = [];
  for (let at = 0; at + 2 <= list.length; at += 2) {
    found.push({ index: list[at] as number, name: list[at + 1] as string });
  }
  return found;
}
