// Writes to the system's log by hand, as syslog() of the C library does it: one datagram to a unix socket.
//
// Run:  npx ts-node examples/syslog/log.ts [-p FACILITY.SEVERITY] [-t TAG] [-5] [-s SOCKET] text …
//       user.notice, sockcall, RFC 3164 (with -5: RFC 5424) and /dev/log if absent
// See:  the line, at the end of the log: `journalctl -n1` or /var/log/syslog. Nothing comes back. If the daemon is slow
//       and the socket's queue full, send waits, so a log that stands still stops who writes to it; MSG_DONTWAIT would
//       give EAGAIN, and lose the message.
import { hostname } from 'node:os';
import { parseArgs } from 'node:util';
import { AF_UNIX, MSG_NOSIGNAL, SOCK_DGRAM, close, connect, send, socket, unix } from 'sockcall';
import { FACILITIES, SEVERITIES, modern, traditional } from './message';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    priority: { type: 'string', short: 'p', default: 'user.notice' },
    tag: { type: 'string', short: 't', default: 'sockcall' },
    modern: { type: 'boolean', short: '5', default: false },
    socket: { type: 'string', short: 's', default: '/dev/log' },
  },
});
const [facilityName = '', severityName = ''] = values.priority.split('.');
const facility = FACILITIES[facilityName];
const severity = SEVERITIES[severityName];
if (facility === undefined || severity === undefined) throw new Error(`no such priority: ${values.priority}`);

const fd = socket(AF_UNIX, SOCK_DGRAM);
try {
  connect(fd, unix(values.socket));
  const entry = {
    ...{ facility, severity, tag: values.tag, pid: process.pid },
    ...{ time: new Date(), host: hostname(), text: positionals.join(' ') },
  };
  send(fd, (values.modern ? modern : traditional)(entry), MSG_NOSIGNAL);
} finally {
  close(fd);
}
