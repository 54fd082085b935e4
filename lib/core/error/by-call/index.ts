import { batch } from './batch';
import { connection } from './connection';
import { datagram } from './datagram';
import { duplicate } from './duplicate';
import { epoll } from './epoll';
import { ioctl } from './ioctl';
import { lifecycle } from './lifecycle';
import { message } from './message';
import { name } from './name';
import { network } from './network';
import { option } from './option';
import { pipe } from './pipe';
import { poll } from './poll';
import { presentation } from './presentation';
import { resolve } from './resolve';
import { service } from './service';
import { splice } from './splice';
import { transfer } from './transfer';
import { vector } from './vector';
import { watch } from './watch';

/** For each call, the errnos that it can give, and what each means there. */
export const errnosByCall = {
  ...batch,
  ...connection,
  ...datagram,
  ...duplicate,
  ...epoll,
  ...ioctl,
  ...lifecycle,
  ...message,
  ...name,
  ...network,
  ...option,
  ...pipe,
  ...poll,
  ...presentation,
  ...resolve,
  ...service,
  ...splice,
  ...transfer,
  ...vector,
  ...watch,
};

export type CallName = keyof typeof errnosByCall;

type ErrnosOf = { readonly [C in CallName]: keyof (typeof errnosByCall)[C] & string };

/** The errnos that the call can give. */
export type ErrnoOf<C extends CallName> = ErrnosOf[C];
