import { connection } from './connection';
import { lifecycle } from './lifecycle';
import { name } from './name';
import { option } from './option';
import { transfer } from './transfer';
import { watch } from './watch';

/** For each call, the errnos that it can give, and what each means there. */
export const errnosByCall = { ...lifecycle, ...connection, ...transfer, ...name, ...option, ...watch };

export type CallName = keyof typeof errnosByCall;

type ErrnosOf = { readonly [C in CallName]: keyof (typeof errnosByCall)[C] & string };

/** The errnos that the call can give. */
export type ErrnoOf<C extends CallName> = ErrnosOf[C];
