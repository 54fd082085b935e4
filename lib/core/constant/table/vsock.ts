import type { Group } from '../row';

export const vsock: Group = {
  group: 'vsock',
  title: 'Sockets between a virtual machine and its host',
  type: 'number',
  rows: [
    ['VMADDR_CID_ANY', 'Linux, BSD', 'Any context id, in bind().'],
    ['VMADDR_CID_HYPERVISOR', 'Linux, BSD', 'Context id of the hypervisor.'],
    ['VMADDR_CID_LOCAL', 'Linux', 'Context id of loopback: the machine itself.'],
    ['VMADDR_CID_HOST', 'Linux, BSD', 'Context id of the host, for its guests.'],
    ['VMADDR_PORT_ANY', 'Linux, BSD', 'Any port: in bind() the kernel chooses.'],
    ['VMADDR_FLAG_TO_HOST', 'Linux', 'Flag: the packets go to the host, which may pass them on to another guest.'],
  ],
};
