import {
  type ActiveSocket,
  type Fd,
  IN_ACCESS,
  IN_MODIFY,
  IN_NONBLOCK,
  close,
  inotify_add_watch,
  inotify_init1,
  read,
  recv,
  send,
  write,
} from 'sockcall';
import * as raw from 'sockcall/raw';
import { type Observation, unseen } from './observation';

/** What inotify tells of a socket that is watched as a file: write and read are told, send and recv are not. */
export function events(near: ActiveSocket, far: ActiveSocket): Observation[] {
  if (process.platform !== 'linux') return [unseen('file events', 'inotify is Linux only')];
  const inotify = inotify_init1(IN_NONBLOCK);
  const byte = Buffer.alloc(1);
  inotify_add_watch(inotify, `/proc/self/fd/${near}`, IN_MODIFY | IN_ACCESS);
  inotify_add_watch(inotify, `/proc/self/fd/${far}`, IN_MODIFY | IN_ACCESS);
  const seen = (call: () => number): string => {
    call();
    return told(inotify);
  };
  // In this order each call finds what it needs: a byte goes out, and comes in.
  const bySend = seen(() => send(near, byte));
  const byRead = seen(() => read(far, byte));
  const byWrite = seen(() => write(near, byte));
  const byRecv = seen(() => recv(far, byte));
  close(inotify);
  return [
    {
      what: 'inotify events on sending a byte',
      sendRecv: bySend,
      writeRead: byWrite,
      so: 'who watches a socket as a file sees only what goes by way of the file layer',
    },
    { what: 'inotify events on receiving it', sendRecv: byRecv, writeRead: byRead, so: 'the same when receiving' },
  ];
}

/** The events that are waiting, by name. */
function told(inotify: Fd): string {
  const room = Buffer.alloc(4096);
  const size = raw.read(inotify, room);
  const names: string[] = [];
  // struct inotify_event: wd, mask, cookie and the length of a name that follows, which a watched file does not have.
  for (let at = 0; at < size; at += 16 + room.readUInt32LE(at + 12)) names.push(eventName(room.readUInt32LE(at + 4)));
  return names.length === 0 ? 'none' : names.join(' ');
}

function eventName(mask: number): string {
  if (mask === IN_MODIFY) return 'IN_MODIFY';
  return mask === IN_ACCESS ? 'IN_ACCESS' : `0x${mask.toString(16)}`;
}
