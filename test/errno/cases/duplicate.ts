import { O_NONBLOCK, close, dup } from '../../../lib';
import { NO_FD, stream } from '../arrange';
import type { ErrnoCase } from '../case';

/** Beyond every limit of descriptors (fs.nr_open). */
const TOO_HIGH = 0x7fffffff;

export const duplicateCases: readonly ErrnoCase[] = [
  { call: 'dup', when: 'the descriptor is bad', code: 'EBADF', arrange: () => [NO_FD] },
  {
    call: 'dup',
    when: 'the descriptor was closed',
    code: 'EBADF',
    arrange: (defer) => {
      const fd = dup(stream(defer));
      close(fd);
      return [fd];
    },
  },
  { call: 'dup2', when: 'the old descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, TOO_HIGH] },
  { call: 'dup2', when: 'both are the same and bad', code: 'EBADF', arrange: () => [NO_FD, NO_FD] },
  { call: 'dup2', when: 'the new number is negative', code: 'EBADF', arrange: (defer) => [stream(defer), -1] },
  { call: 'dup2', when: 'the new number is too high', code: 'EBADF', arrange: (defer) => [stream(defer), TOO_HIGH] },
  { call: 'dup3', when: 'the old descriptor is bad', code: 'EBADF', arrange: () => [NO_FD, TOO_HIGH, 0] },
  { call: 'dup3', when: 'the new number is negative', code: 'EBADF', arrange: (defer) => [stream(defer), -1, 0] },
  { call: 'dup3', when: 'the new number is too high', code: 'EBADF', arrange: (defer) => [stream(defer), TOO_HIGH, 0] },
  {
    call: 'dup3',
    when: 'both are the same',
    code: 'EINVAL',
    arrange: (defer) => {
      const fd = stream(defer);
      return [fd, fd, 0];
    },
  },
  { call: 'dup3', when: 'both are the same and bad', code: 'EINVAL', arrange: () => [NO_FD, NO_FD, 0] },
  {
    call: 'dup3',
    when: 'there is no such flag',
    code: 'EINVAL',
    arrange: (defer) => [stream(defer), TOO_HIGH, O_NONBLOCK],
  },
];
