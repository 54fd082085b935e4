import { AF_INET, AF_INET6 } from '../../core/constant';

/** How many bytes an address of the family has; 0 for a family that has no presentation. */
export function addressSize(family: number): number {
  if (family === AF_INET) return 4;
  return family === AF_INET6 ? 16 : 0;
}
