import { readdirSync, readlinkSync } from 'node:fs';

/** What each open descriptor of this process is of, as /proc tells; `undefined` where there is no /proc. */
export function openDescriptors(): Map<number, string> | undefined {
  let names: string[];
  try {
    names = readdirSync('/proc/self/fd');
  } catch {
    return undefined;
  }
  const open = new Map<number, string>();
  for (const name of names) {
    try {
      open.set(Number(name), readlinkSync(`/proc/self/fd/${name}`));
    } catch {
      // The descriptor of the directory itself is gone by now.
    }
  }
  return open;
}
