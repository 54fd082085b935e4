// What a syslog message looks like: its priority first, then who says it, then the text.

/** Where messages come from, and how bad it is: one number has both. */
export const FACILITIES: Readonly<Record<string, number>> = {
  kern: 0,
  user: 1,
  mail: 2,
  daemon: 3,
  auth: 4,
  local0: 16,
};
export const SEVERITIES: Readonly<Record<string, number>> = {
  emerg: 0,
  alert: 1,
  crit: 2,
  err: 3,
  warning: 4,
  notice: 5,
  info: 6,
  debug: 7,
};

export interface Entry {
  readonly facility: number;
  readonly severity: number;
  readonly tag: string;
  readonly pid: number;
  readonly time: Date;
  readonly host: string;
  readonly text: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function priority({ facility, severity }: Entry): string {
  return `<${facility * 8 + severity}>`;
}

/**
 * RFC 3164, as the C library's syslog() writes it to /dev/log: local time without a year, and no host, since there it can
 * be no other than this one.
 */
export function traditional(entry: Entry): string {
  const { time, tag, pid, text } = entry;
  const day = String(time.getDate()).padStart(2, ' ');
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((n) => String(n).padStart(2, '0'))
    .join(':');
  return `${priority(entry)}${MONTHS[time.getMonth()]} ${day} ${clock} ${tag}[${pid}]: ${text}`;
}

/** RFC 5424: a version, the time with its zone, a host; a dash for what is not there. */
export function modern(entry: Entry): string {
  const { time, host, tag, pid, text } = entry;
  return `${priority(entry)}1 ${time.toISOString()} ${host} ${tag} ${pid} - - ${text}`;
}
