import type { ErrnoTable } from './table';

/** What the C library may meet while it reads a database; macOS's gives no errno here. */
const reading = {
  ENOENT:
    'There is no such database on this machine: /etc/services and /etc/protocols come with a package of their own (netbase on Debian), which small containers lack.',
  EACCES: 'The database may not be read by this user.',
  EMFILE: 'The database is a file, and the process has as many descriptors open as its limit allows.',
  ENFILE: 'The database is a file, and the whole system has too many files open.',
  ENOMEM: 'No memory is left for the entry.',
  EAGAIN: 'The database cannot be asked for the moment. Try again.',
  EIO: 'The database could not be read.',
  EINVAL: 'The source of the database, as /etc/nsswitch.conf names it, does not know this question.',
} satisfies ErrnoTable;

export const service = {
  getservbyname: reading,
  getservbyport: reading,
  getprotobyname: reading,
  getprotobynumber: reading,
} satisfies Record<string, ErrnoTable>;
