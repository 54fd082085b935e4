import type { ErrnoTable } from './table';

export const pipe = {
  pipe2: {
    EMFILE:
      'A pipe takes two descriptors, and the limit of the process leaves less than two. Look for descriptors that are never closed.',
    EINVAL: 'The flags hold more than O_CLOEXEC, O_NONBLOCK and O_DIRECT.',
    ENFILE:
      'The whole system has too many files open, or the pipes of this user have as many pages as fs.pipe-user-pages-hard allows.',
    ENOPKG: 'The flags ask for a notification pipe, for which the kernel was not built.',
    EFAULT: 'The place for the two descriptors lies outside the memory of the process.',
  },
  eventfd: {
    EMFILE:
      'The process has as many descriptors open as its limit allows. Look for descriptors that are never closed, or raise the limit with ulimit -n.',
    EINVAL: 'The flags hold more than EFD_CLOEXEC, EFD_NONBLOCK and EFD_SEMAPHORE.',
    ENFILE: 'The whole system has too many files open. Other processes may be leaking them.',
    ENODEV: 'The kernel could not mount its own file system for such descriptors.',
    ENOMEM: 'The kernel has no memory left for another counter.',
  },
} satisfies Record<string, ErrnoTable>;
