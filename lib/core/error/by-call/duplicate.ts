import type { ErrnoTable } from './table';

export const duplicate = {
  dup: {
    EBADF: 'That descriptor is not open.',
    EMFILE: 'The process has as many descriptors open as it may (ulimit -n). Close some.',
    EACCES: 'A security policy does not let the process duplicate this descriptor.',
    ENOMEM: 'The kernel has no memory left for a larger table of descriptors.',
  },
  dup2: {
    EBADF:
      'The old descriptor is not open, or the new number is negative or at least the limit of the process (ulimit -n).',
    EBUSY: 'Another thread is opening a file under the new number at this moment.',
    EINTR: 'A signal arrived while the call closed what the new number had been.',
    EIO: 'Closing what the new number had been failed (not on Linux, which loses that error).',
    EMFILE: 'The new number is beyond the limit of the process. Linux mostly says EBADF.',
    ENOMEM: 'The kernel has no memory left for a larger table of descriptors.',
    EACCES: 'A security policy does not let the process duplicate this descriptor.',
  },
  dup3: {
    EINVAL: 'Both numbers are the same, or a flag other than O_CLOEXEC is given.',
    EBADF:
      'The old descriptor is not open, or the new number is negative or at least the limit of the process (ulimit -n).',
    EBUSY: 'Another thread is opening a file under the new number at this moment.',
    EINTR: 'A signal arrived while the call closed what the new number had been.',
    EMFILE: 'The new number is beyond the limit of the process. Linux mostly says EBADF.',
    ENOMEM: 'The kernel has no memory left for a larger table of descriptors.',
    EACCES: 'A security policy does not let the process duplicate this descriptor.',
  },
} satisfies Record<string, ErrnoTable>;
