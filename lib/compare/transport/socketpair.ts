import { AF_UNIX, SOCK_STREAM, socketpair } from '../../index';
import type { Pair } from './pair';

/** A pair that socketpair() makes: no names, no listening. */
export function openSocketpair(): Pair {
  const [sender, receiver] = socketpair(AF_UNIX, SOCK_STREAM);
  return { sender, receiver };
}
