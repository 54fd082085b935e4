import type { ErrnoTable } from './table';

export const poll = {
  poll: {
    EINTR: 'A signal arrived before anything was ready. Call again, with what is left of the time.',
    EINVAL:
      'More descriptors were given than the process may have open (ulimit -n). A timeout below -1 is no error on Linux, but may be elsewhere.',
    ENOMEM: 'There is no memory left for the list of descriptors.',
    EFAULT: 'The list of descriptors lies outside the memory of the process.',
    EAGAIN: 'The kernel could not get memory for its own tables; call again.',
  },
  select: {
    EBADF:
      'One of the descriptors in the sets is not open. select() does not say which; poll() does, by POLLNVAL. Linux takes no notice of one beyond the table of the process, which holds 64 at first and grows.',
    EINTR: 'A signal arrived before anything was ready. Call again, with what is left of the time.',
    EINVAL: 'The timeout is negative, or too large.',
    ENOMEM: 'The kernel has no memory left for its tables.',
    EFAULT: 'A set or the timeout lies outside the memory of the process.',
  },
} satisfies Record<string, ErrnoTable>;
