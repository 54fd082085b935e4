import { batch } from './batch';
import { datagram } from './datagram';
import { duplicate } from './duplicate';
import { epoll } from './epoll';
import { foundation } from './foundation';
import { ioctl } from './ioctl';
import { message } from './message';
import { network } from './network';
import { pipe } from './pipe';
import { poll } from './poll';
import { presentation } from './presentation';
import { resolve } from './resolve';
import { service } from './service';
import { splice } from './splice';
import { vector } from './vector';
import type { Shapes } from './shape';

export const shapes: Shapes = {
  ...foundation,
  ...batch,
  ...datagram,
  ...duplicate,
  ...epoll,
  ...ioctl,
  ...message,
  ...network,
  ...pipe,
  ...poll,
  ...presentation,
  ...resolve,
  ...service,
  ...splice,
  ...vector,
};
