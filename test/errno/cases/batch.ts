import { type Bytes, MSG_DONTWAIT, MessageBatch, inet, inet6 } from '../../../lib';
import { closedAddress, datagram, file } from '../arrange';
import type { ErrnoCase } from '../case';
import { receiving, sending } from './transfer';

/** A case of send or recv, for a call whose buffer is a batch of one message. */
function inBatch(each: ErrnoCase): ErrnoCase {
  return {
    ...each,
    arrange(defer) {
      const args = each.arrange(defer);
      return 'skip' in args ? args : [args[0], batchOf(args[1] as Bytes)];
    },
  };
}

function batchOf(bytes: Bytes): MessageBatch {
  const batch = new MessageBatch([bytes]);
  batch.lengths[0] = bytes.byteLength;
  return batch;
}

function addressed(...addresses: Parameters<MessageBatch['put']>[2][]): MessageBatch {
  const batch = new MessageBatch(addresses.length, { size: 8 });
  addresses.forEach((address, index) => batch.put(index, 'x', address));
  return batch;
}

export const batchCases: readonly ErrnoCase[] = [
  ...sending('sendmmsg').map(inBatch),
  ...receiving('recvmmsg').map(inBatch),
  {
    call: 'sendmmsg',
    when: 'the descriptor is a file',
    code: 'ENOTSOCK',
    arrange: (defer) => [file(defer), new MessageBatch(2)],
  },
  {
    call: 'sendmmsg',
    when: 'the first address is of another family',
    code: 'EAFNOSUPPORT',
    arrange: (defer) => [datagram(defer), addressed(inet6('::1', 9), closedAddress())],
  },
  {
    call: 'sendmmsg',
    when: 'the first port is 0',
    code: 'EINVAL',
    arrange: (defer) => [datagram(defer), addressed(inet('127.0.0.1', 0), closedAddress())],
  },
  {
    call: 'sendmmsg',
    when: 'the first message to send has no address',
    code: 'EDESTADDRREQ',
    arrange: (defer) => [datagram(defer), addressed(closedAddress(), undefined), 0, 1],
  },
  {
    call: 'recvmmsg',
    when: 'the descriptor is a file',
    code: 'ENOTSOCK',
    arrange: (defer) => [file(defer), new MessageBatch(2)],
  },
  {
    call: 'recvmmsg',
    when: 'nothing has come, by flag',
    code: 'EAGAIN',
    arrange: (defer) => [datagram(defer), new MessageBatch(2), MSG_DONTWAIT],
  },
  {
    call: 'recvmmsg',
    when: 'the timeout is negative',
    code: 'EINVAL',
    arrange: (defer) => [datagram(defer), new MessageBatch(2), MSG_DONTWAIT, -1],
  },
];
