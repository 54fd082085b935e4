import type { ErrnoTable } from './table';

/** The C library makes a socket to ask the kernel by, so these calls can fail as socket() does. */
const asking = {
  ENOENT:
    'No socket could be made to ask the kernel by, mostly for want of a descriptor: glibc gives the errno of its last attempt.',
  EMFILE: 'The call needs a descriptor of its own, and the process has as many open as its limit allows.',
  ENFILE: 'The call needs a descriptor of its own, and the whole system has too many files open.',
  ENOBUFS: 'The memory for the answer is not to be had.',
  ENOMEM: 'The memory for the answer is not to be had.',
  EACCES: 'A security policy or a sandbox forbids the socket by which the C library asks the kernel.',
  EPERM: 'A security policy or a sandbox forbids the socket by which the C library asks the kernel.',
  EAFNOSUPPORT: 'The kernel, or a sandbox, has no socket by which the C library could ask for interfaces.',
} satisfies ErrnoTable;

export const network = {
  if_nametoindex: {
    ENODEV: 'No network interface of this network namespace has that name, or the name is too long to be one.',
    ENXIO: 'No network interface has that name. macOS gives this.',
    ...asking,
  },
  if_indextoname: {
    ENXIO: 'No network interface of this network namespace has that index. 0 never is one.',
    ENODEV: 'The network interface went away in the middle of the call.',
    ...asking,
  },
  if_nameindex: { ...asking },
} satisfies Record<string, ErrnoTable>;
