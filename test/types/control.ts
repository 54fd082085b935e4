// What must compile and what must not, checked by `npm run test:types`: an @ts-expect-error without an error is one.
import {
  type ControlMessage,
  type Fd,
  type InetAddress,
  type RawControlMessage,
  type ReceivedControl,
  type ReceivedControlMessage,
  type SentControlMessage,
  asFd,
  decodeControl,
  encodeControl,
} from '../../lib';
import { type Equal, same } from './equal';

declare const messages: ReceivedControlMessage[];
const bytes = new Uint8Array(8);

export function aSwitchOverTheNameTellsThemApart(): void {
  for (const message of messages) {
    switch (message.name) {
      case 'SCM_RIGHTS':
        same<Equal<Fd[], typeof message.fds>>();
        break;
      case 'IP_TTL':
        same<Equal<number, typeof message.ttl>>();
        // @ts-expect-error of another message
        void message.fds;
        break;
      case 'IP_RECVERR':
        same<Equal<InetAddress | undefined, typeof message.offender>>();
        same<Equal<number, typeof message.error.errno>>();
        break;
      case undefined:
        same<Equal<RawControlMessage, typeof message>>();
        same<Equal<Uint8Array, typeof message.data>>();
        break;
      // @ts-expect-error can only be sent
      case 'UDP_SEGMENT':
        break;
      // @ts-expect-error no such message
      case 'IP_TTTL':
        break;
      default:
        same<Equal<number, typeof message.level>>();
    }
  }
}

export function aNameFindsItsMessage(): void {
  const found = messages.find((message) => message.name === 'SCM_CREDENTIALS');
  same<Equal<ReceivedControl<'SCM_CREDENTIALS'> | undefined, typeof found>>();
  void found?.pid;
}

export function whatIsSentHasItsFields(): void {
  const sent: SentControlMessage[] = [
    { name: 'SCM_RIGHTS', fds: [asFd(1)] },
    { name: 'IP_PKTINFO', specDst: '127.0.0.1' },
    { name: 'IPV6_PKTINFO' },
    { name: 'SCM_TXTIME', nanoseconds: 5n },
    { name: 'SCM_TXTIME', nanoseconds: 5 },
    { level: 1, type: 2, data: bytes },
    { level: 1, type: 2, data: Buffer.alloc(1) },
    // @ts-expect-error plain numbers are no descriptors
    { name: 'SCM_RIGHTS', fds: [1] },
    // @ts-expect-error no fds
    { name: 'SCM_RIGHTS' },
    // @ts-expect-error of another message
    { name: 'IP_TTL', hopLimit: 1 },
    // @ts-expect-error can only be received
    { name: 'IP_RECVERR', error: {} },
    // @ts-expect-error no data
    { level: 1, type: 2 },
  ];
  encodeControl(sent);
}

export function whatWasReceivedMayBeEncodedAgain(): void {
  same<Equal<ReceivedControlMessage[], ReturnType<typeof decodeControl>>>();
  const all: readonly ControlMessage[] = messages;
  encodeControl(all);
  encodeControl(messages);
  // @ts-expect-error a message, not a list
  encodeControl({ name: 'IP_TTL', ttl: 1 });
}
