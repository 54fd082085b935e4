import type { ErrnoTable } from './table';

export const epoll = {
  epoll_create1: {
    EMFILE:
      'The process has as many descriptors open as its limit allows. Look for descriptors that are never closed, or raise the limit with ulimit -n.',
    EINVAL: 'The flags hold more than EPOLL_CLOEXEC.',
    ENFILE: 'The whole system has too many files open. Other processes may be leaking them.',
    ENOMEM: 'The kernel has no memory left for another instance.',
    ENOSYS: 'The kernel was built without epoll.',
  },
  epoll_ctl: {
    EEXIST: 'The descriptor is watched by this instance already. Change what it is watched for with EPOLL_CTL_MOD.',
    ENOENT:
      'The instance does not watch that descriptor, so there is nothing to change or remove. Perhaps it was closed and opened anew since.',
    EPERM: 'The descriptor is of a kind that is always ready, such as a file or a directory, and cannot be watched.',
    EBADF: 'The epoll instance, or the descriptor to be watched, is not open.',
    EINVAL:
      'The first descriptor is no epoll instance, or it is the watched one itself; or the operation does not exist; or EPOLLEXCLUSIVE is combined with what it does not go with, EPOLLONESHOT, EPOLLRDHUP, another instance or EPOLL_CTL_MOD.',
    ELOOP: 'The instances would watch each other in a circle, or in a chain of more than five.',
    ENOSPC: 'The user watches as many descriptors as fs.epoll.max_user_watches allows. Raise the limit or watch fewer.',
    ENOMEM: 'The kernel has no memory left to watch one more.',
    EFAULT: 'The event lies outside the memory of the process.',
  },
  epoll_wait: {
    EINTR: 'A signal arrived before any event. Call again.',
    EBADF: 'That descriptor is not open. Perhaps it was closed already.',
    EINVAL: 'The descriptor is open but no epoll instance, or there is no room for a single event.',
    EFAULT: 'The place for the events lies outside the memory of the process.',
    ENOMEM: 'There is no memory left for so many events at once.',
  },
} satisfies Record<string, ErrnoTable>;
