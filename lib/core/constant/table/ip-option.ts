import type { Group } from '../row';

export const ipOption: Group = {
  group: 'ip-option',
  title: 'Options of IPv4 (level IPPROTO_IP)',
  type: 'number',
  rows: [['IP_TTL', 'POSIX', 'Time to live of what is sent.']],
};
