import { readFileSync } from 'node:fs';

/** The memory that this process has in use now, in bytes. */
export function rss(): number {
  return process.memoryUsage.rss();
}

/** What a TCP connection that is watched by epoll is made of, in the kernel. */
const SLABS = /^(TCP|sock_inode_cache|filp|dentry|eventpoll_epi|eventpoll_pwq|ep_head|request_sock_TCP)$/;

/** The kernel's memory for such objects, of all processes, in bytes; `undefined` if this process may not know. */
export function slabs(): number | undefined {
  let text: string;
  try {
    text = readFileSync('/proc/slabinfo', 'utf8');
  } catch {
    return undefined;
  }
  let bytes = 0;
  for (const line of text.split('\n').slice(2)) {
    const [name, active, , size] = line.split(/\s+/);
    if (SLABS.test(name!)) bytes += Number(active) * Number(size);
  }
  return bytes;
}
