import type { ErrnoCase } from '../case';
import { acceptCases, bindCases, connectCases, listenCases } from './connection';
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
];
