import type { ErrnoTable } from './table';

export const watch = {
  inotify_init1: {
    EMFILE:
      'Either the user has as many inotify instances as fs.inotify.max_user_instances allows (128 by default), or the process has no free descriptor.',
    EINVAL: 'The flags hold more than IN_NONBLOCK and IN_CLOEXEC.',
    ENFILE: 'The whole system has too many files open.',
    ENOMEM: 'The kernel has no memory left to do this.',
    ENOSYS: 'The kernel was built without inotify.',
  },
  inotify_add_watch: {
    ENOENT: 'Nothing exists at that path, or it is a symbolic link that leads nowhere.',
    ENOSPC: 'The user has as many watches as fs.inotify.max_user_watches allows. Raise the limit or watch less.',
    EACCES: 'The process may not read that file, or may not search one of the directories before it.',
    EINVAL:
      'The descriptor is not an inotify instance, or the mask names no event, or it holds both IN_MASK_ADD and IN_MASK_CREATE.',
    EBADF: 'That descriptor is not open.',
    ENOTDIR: 'A part of the path before the last is not a directory, or IN_ONLYDIR was asked and the path is none.',
    EEXIST: 'The path is watched already, and IN_MASK_CREATE asks for a new watch.',
    ELOOP: 'The path goes through too many symbolic links, perhaps in a circle.',
    ENAMETOOLONG: 'The path, or one part of it, is too long.',
    ENOMEM: 'The kernel has no memory left to do this.',
    EFAULT: 'The path lies outside the memory of the process.',
  },
} satisfies Record<string, ErrnoTable>;
