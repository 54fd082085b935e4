import type { ErrnoCase } from '../case';
import { acceptCases, bindCases, connectCases, listenCases } from './connection';
import { batchCases } from './batch';
import { datagramCases } from './datagram';
import { duplicateCases } from './duplicate';
import { epollCases } from './epoll';
import { interruptedCases } from './interrupted';
import { ioctlCases } from './ioctl';
import { messageCases } from './message';
import { networkCases } from './network';
import { pipeCases } from './pipe';
import { pollCases } from './poll';
import { presentationCases } from './presentation';
import { resolveCases } from './resolve';
import { serviceCases } from './service';
import { spliceCases } from './splice';
import { vectorCases } from './vector';
import { lifecycleCases } from './lifecycle';
import { nameCases, optionCases } from './option';
import { transferCases } from './transfer';
import { watchCases } from './watch';

export const cases: readonly ErrnoCase[] = [
  ...lifecycleCases,
  ...bindCases,
  ...listenCases,
  ...acceptCases,
  ...connectCases,
  ...transferCases,
  ...nameCases,
  ...optionCases,
  ...watchCases,
  ...batchCases,
  ...datagramCases,
  ...duplicateCases,
  ...epollCases,
  ...interruptedCases,
  ...ioctlCases,
  ...messageCases,
  ...networkCases,
  ...pipeCases,
  ...pollCases,
  ...presentationCases,
  ...resolveCases,
  ...serviceCases,
  ...spliceCases,
  ...vectorCases,
];
