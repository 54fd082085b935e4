import type { Group } from '../row';
import { domain } from './domain';
import { errno } from './errno';
import { fcntl } from './fcntl';
import { inotify } from './inotify';
import { level } from './level';
import { listen } from './listen';
import { message } from './message';
import { protocol } from './protocol';
import { shutdown } from './shutdown';
import { socketOption } from './socket-option';
import { tcpOption } from './tcp-option';
import { type } from './type';

/** Every constant of the package: one line each, from which all else about constants is generated. */
export const groups: readonly Group[] = [
  domain,
  type,
  protocol,
  level,
  message,
  socketOption,
  tcpOption,
  shutdown,
  listen,
  fcntl,
  inotify,
  errno,
];
