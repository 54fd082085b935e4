// Tells the service manager how this service is, as sd_notify() of systemd does: by a datagram with lines of text.
//
// Run:  NOTIFY_SOCKET=SOCKET npx ts-node examples/sd-notify/notify.ts READY=1 STATUS=text …     manager.ts shows SOCKET
// See:  at the manager, the lines. They are one datagram: it arrives as a whole or not at all, and nothing is answered.
//       The socket needs no name and no connection for that, and the manager need not read it now.
import { AF_UNIX, MSG_NOSIGNAL, SOCK_DGRAM, close, sendto, socket } from 'sockcall';
import { notifyAddress } from './address';

const state = process.argv.slice(2);
const manager = process.env['NOTIFY_SOCKET'];
if (state.length === 0) throw new Error('there is nothing to tell: give READY=1, STATUS=text, STOPPING=1 or the like');

if (manager === undefined || manager === '') {
  console.log('nobody to tell: NOTIFY_SOCKET is not set');
} else {
  const fd = socket(AF_UNIX, SOCK_DGRAM);
  try {
    sendto(fd, state.join('\n'), MSG_NOSIGNAL, notifyAddress(manager));
  } finally {
    close(fd);
  }
}
