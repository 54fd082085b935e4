import type { Group } from '../row';

export const udpOption: Group = {
  group: 'udp-option',
  title: 'Options of UDP (level IPPROTO_UDP), and the values of UDP_ENCAP',
  type: 'number',
  level: 'IPPROTO_UDP',
  rows: [
    [
      'UDP_CORK',
      'Linux',
      'Collects what is sent into one datagram until it is cleared.',
      { shape: 'flag', levels: ['IPPROTO_UDP', 'IPPROTO_UDPLITE'] },
    ],
    [
      'UDP_ENCAP',
      'Linux',
      'What the datagrams carry, such as IPsec, so that the kernel unpacks them.',
      { shape: 'int' },
    ],
    [
      'UDP_NO_CHECK6_TX',
      'Linux',
      'Sends without a checksum over IPv6, as tunnels may.',
      { shape: 'flag', levels: ['IPPROTO_UDP', 'IPPROTO_UDPLITE'] },
    ],
    [
      'UDP_NO_CHECK6_RX',
      'Linux',
      'Takes datagrams without a checksum over IPv6.',
      { shape: 'flag', levels: ['IPPROTO_UDP', 'IPPROTO_UDPLITE'] },
    ],
    ['UDP_SEGMENT', 'Linux', 'Cuts each send into datagrams of this many bytes.', { shape: 'int' }],
    [
      'UDP_GRO',
      'Linux',
      'One receive may give several datagrams of one sender; a control message tells their size.',
      { shape: 'flag' },
    ],
    ['UDP_ENCAP_ESPINUDP_NON_IKE', 'Linux', 'Value of UDP_ENCAP: IPsec as in an early draft; no longer in the kernel.'],
    ['UDP_ENCAP_ESPINUDP', 'Linux', 'Value of UDP_ENCAP: IPsec.'],
    ['UDP_ENCAP_L2TPINUDP', 'Linux', 'Value of UDP_ENCAP: L2TP.'],
    ['UDP_ENCAP_GTP0', 'Linux', 'Value of UDP_ENCAP: mobile networks, version 0.'],
    ['UDP_ENCAP_GTP1U', 'Linux', 'Value of UDP_ENCAP: mobile networks, version 1.'],
    ['UDP_ENCAP_RXRPC', 'Linux', 'Value of UDP_ENCAP: RxRPC.'],
  ],
};
