// The service manager's side of sd_notify: listens to what services tell of themselves, and who they really are.
//
// Run:  npx ts-node examples/sd-notify/manager.ts [SOCKET]     a path, or @name; a new path if absent
//       and then notify.ts, or systemd's own: NOTIFY_SOCKET=SOCKET systemd-notify --ready
// See:  each datagram, with process and user of its sender. Nobody can lie about these: SO_PASSCRED lets the kernel put
//       them beside the bytes, in a control message. The program ends when a service has said STOPPING=1, or with EAGAIN
//       when nothing came for a minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  AF_UNIX,
  MSG_CTRUNC,
  MSG_TRUNC,
  SOCK_DGRAM,
  SOL_SOCKET,
  SO_PASSCRED,
  bind,
  close,
  recvmsg,
  setsockopt,
  socket,
} from 'sockcall';
import { limitWaiting } from '../stream';
import { notifyAddress } from './address';

const LONGEST = 4096;
/** Room for credentials and for descriptors; more than a few are no service's business. */
const CONTROL_SIZE = 256;

const given = process.argv[2];
const name = given ?? join(mkdtempSync(join(tmpdir(), 'sd-notify-')), 'socket');

const fd = socket(AF_UNIX, SOCK_DGRAM);
limitWaiting(fd, 60);
// Before bind: what comes sooner would have no credentials.
setsockopt(fd, SOL_SOCKET, SO_PASSCRED, 1);
bind(fd, notifyAddress(name));
try {
  console.log(`NOTIFY_SOCKET=${name}`);
  while (!hear().includes('STOPPING=1'));
} finally {
  close(fd);
  if (name.startsWith('/')) rmSync(given ?? dirname(name), { recursive: true });
}

/** Waits for a datagram, and shows it; gives its lines. */
function hear(): string[] {
  const room = Buffer.alloc(LONGEST);
  const { length, control, flags } = recvmsg(fd, { buffers: room, controlSize: CONTROL_SIZE });
  let sender = 'somebody';
  for (const message of control) {
    if (message.name === 'SCM_CREDENTIALS') sender = `pid ${message.pid} uid ${message.uid}`;
    // With BARRIER=1 comes the end of a pipe: the sender waits until it is closed, for then all before it was read. With
    // FDSTORE=1 come descriptors to be kept, which this manager does not.
    if (message.name === 'SCM_RIGHTS') message.fds.forEach((passed) => close(passed));
  }
  if ((flags & (MSG_TRUNC | MSG_CTRUNC)) !== 0) {
    console.log(`${sender}: more than there is room for`);
    return [];
  }
  const lines = room.toString('utf8', 0, length).split('\n').filter(Boolean);
  console.log(`${sender}: ${lines.join(', ')}`);
  return lines;
}
