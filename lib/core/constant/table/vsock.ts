import type { Group } from '../row';

export const vsock: Group = {
  group: 'vsock',
  title: 'Sockets between a virtual machine and its host',
  type: 'number',
  rows: [['VMADDR_CID_ANY', 'Linux', 'Any context id.']],
};
