import type { Linger, Timespec, Timeval } from '../option/values';
import { flag, i32, u16, wide } from './field';
import { struct } from './struct';

// Structures that more than one part of the package uses. 64-bit Linux lays them out like this, which
// native/layouts.cc checks; elsewhere the values that need them are given and taken as bytes.

export const linger = struct<Linger>('struct linger', 8, { onoff: flag('l_onoff', 0), linger: i32('l_linger', 4) });

export const timeval = struct<Timeval>('struct timeval', 16, {
  seconds: wide('tv_sec', 0),
  microseconds: wide('tv_usec', 8),
});

export const timespec = struct<Timespec>('struct timespec', 16, {
  seconds: wide('tv_sec', 0),
  nanoseconds: wide('tv_nsec', 8),
});

/** A request about a network interface: its name is in the first 16 bytes, what is asked in one of these. */
export const ifreq = struct('struct ifreq', 40, {
  value: i32('ifr_ifru.ifru_ivalue', 16),
  flags: u16('ifr_ifru.ifru_flags', 16),
});
