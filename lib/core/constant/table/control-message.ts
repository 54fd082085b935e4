import type { Group, RowOptions } from '../row';

/** For enumerators, which no macro announces: the kernel's version from which its headers have them. */
function since(major: number, minor: number): RowOptions {
  const code = ((major << 16) | (minor << 8)).toString(16);
  return { when: `defined(__linux__) && LINUX_VERSION_CODE >= 0x${code}` };
}

export const controlMessage: Group = {
  group: 'control-message',
  title: 'Types of control messages, and what goes with them',
  type: 'number',
  rows: [
    ['SCM_RIGHTS', 'POSIX', 'Descriptors that are passed on.'],
    ['SCM_CREDENTIALS', 'Linux', 'Process, user and group of the sender.'],
    ['SCM_PIDFD', 'Linux', 'A pidfd of the sender.'],
    ['SCM_SECURITY', 'Linux', 'Security label of the sender.'],
    ['SCM_CREDS', 'BSD', 'Process, users and groups of the sender.'],
    ['SCM_CREDS2', 'BSD', 'Process, users and groups of the sender, with a version before them.'],
    ['SCM_TIMESTAMP', 'Linux, BSD', 'When a packet arrived, to the microsecond.', { alias: 'SO_TIMESTAMP' }],
    ['SCM_TIMESTAMPNS', 'Linux', 'When a packet arrived, to the nanosecond.', { alias: 'SO_TIMESTAMPNS' }],
    [
      'SCM_TIMESTAMPING',
      'Linux',
      'Stamps of a packet that arrived or was sent, by the kernel and by the network card.',
      { alias: 'SO_TIMESTAMPING' },
    ],
    ['SCM_TIMESTAMP_MONOTONIC', 'BSD', 'When a packet arrived, on a clock that never goes back.'],
    ['SCM_BINTIME', 'BSD', 'When a packet arrived, as a binary fraction.'],
    ['SCM_REALTIME', 'BSD', 'When a packet arrived, on the clock of the time of day.'],
    ['SCM_MONOTONIC', 'BSD', 'When a packet arrived, on the clock that counts from the start of the system.'],
    ['SCM_TIME_INFO', 'BSD', 'How good a stamp is, and who took it.'],
    ['SCM_TIMESTAMPING_OPT_STATS', 'Linux', 'Statistics of a TCP connection, with a stamp.'],
    ['SCM_TIMESTAMPING_PKTINFO', 'Linux', 'Which interface received a packet that the hardware stamped.'],
    ['SCM_TXTIME', 'Linux', 'When a packet is to be sent.', { alias: 'SO_TXTIME' }],
    ['SCM_TS_OPT_ID', 'Linux', 'The number that the stamps of a send shall have.'],
    ['SCM_WIFI_STATUS', 'Linux', 'Whether a frame sent over Wi-Fi was acknowledged.', { alias: 'SO_WIFI_STATUS' }],
    ['SCM_INQ', 'Linux', 'How many bytes are left to be read.'],
    [
      'SCM_DEVMEM_LINEAR',
      'Linux',
      'Bytes received that came in ordinary memory, not in that of a device.',
      { alias: 'SO_DEVMEM_LINEAR' },
    ],
    ['SCM_DEVMEM_DMABUF', 'Linux', 'Bytes received that lie in memory of a device.', { alias: 'SO_DEVMEM_DMABUF' }],

    [
      'SOF_TIMESTAMPING_OPT_RX_FILTER',
      'Linux',
      'Stamps of arrival only where this socket asked for them.',
      since(6, 12),
    ],
    ['SOF_TIMESTAMPING_TX_COMPLETION', 'Linux', 'The driver stamps when the card is done with a packet.', since(6, 15)],
    ['SCM_TSTAMP_SND', 'Linux', 'A stamp taken as the packet went to the driver, or by the card.', since(3, 17)],
    ['SCM_TSTAMP_SCHED', 'Linux', 'A stamp taken before the packet scheduler.', since(3, 17)],
    ['SCM_TSTAMP_ACK', 'Linux', 'A stamp taken when the peer had acknowledged the bytes.', since(3, 17)],
    ['SCM_TSTAMP_COMPLETION', 'Linux', 'A stamp taken when the card was done with the packet.', since(6, 15)],

    ['SO_EE_ORIGIN_NONE', 'Linux', 'Nobody in particular caused it.'],
    ['SO_EE_ORIGIN_LOCAL', 'Linux', 'This host caused it.'],
    ['SO_EE_ORIGIN_ICMP', 'Linux', 'An ICMP message.'],
    ['SO_EE_ORIGIN_ICMP6', 'Linux', 'An ICMPv6 message.'],
    ['SO_EE_ORIGIN_TXSTATUS', 'Linux', 'It is about a packet that was sent.'],
    ['SO_EE_ORIGIN_TIMESTAMPING', 'Linux', 'It is a timestamp.', { alias: 'SO_EE_ORIGIN_TXSTATUS' }],
    ['SO_EE_ORIGIN_ZEROCOPY', 'Linux', 'The kernel no longer needs the bytes of MSG_ZEROCOPY sends.'],
    ['SO_EE_ORIGIN_TXTIME', 'Linux', 'A packet was dropped for the time at which it was to be sent.'],
    ['SO_EE_CODE_ZEROCOPY_COPIED', 'Linux', 'The bytes of a MSG_ZEROCOPY send were copied after all.'],
    ['SO_EE_CODE_TXTIME_INVALID_PARAM', 'Linux', 'The time at which to send was not acceptable.'],
    ['SO_EE_CODE_TXTIME_MISSED', 'Linux', 'The time at which to send was past.'],
    ['SO_EE_RFC4884_FLAG_INVALID', 'Linux', 'The extension of the ICMP message is not valid.'],

    ['TLS_SET_RECORD_TYPE', 'Linux', 'Type of the TLS record in which bytes go out.'],
    ['TLS_GET_RECORD_TYPE', 'Linux', 'Type of the TLS record that bytes are of.'],
    ['ALG_SET_IV', 'Linux', 'Initialisation vector of a cipher.'],
    ['ALG_SET_OP', 'Linux', 'What a cipher is to do with the bytes.'],
    ['ALG_SET_AEAD_ASSOCLEN', 'Linux', 'How many bytes are authenticated and not encrypted.'],
    ['ALG_OP_DECRYPT', 'Linux', 'For ALG_SET_OP: decrypt.'],
    ['ALG_OP_ENCRYPT', 'Linux', 'For ALG_SET_OP: encrypt.'],
  ],
};
