import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { enlist } from './enlist';

/** A call of the addon. Its numbers travel in the frame, its bytes as arguments, its answer in the frame's result. */
export type NativeCall = (...bytes: unknown[]) => void;

/** One system call as the choke point saw it. Times are nanoseconds of CLOCK_MONOTONIC; pointers are numbers. */
export interface NativeRecord {
  readonly name: string;
  readonly arguments: number[];
  /** The value, or -errno. */
  readonly result: number;
  readonly start: number;
  readonly end: number;
}

/** The parts of a batch's block, and how far their elements are apart. */
export type BatchPart =
  | 'total'
  | 'lengths'
  | 'flags'
  | 'controlLengths'
  | 'addresses'
  | 'addressStride'
  | 'control'
  | 'controlStride'
  | 'data'
  | 'dataStride';

/** What the addon exports. A call that the platform lacks is absent. */
export interface Native {
  /** The value of each row of the constants' table, in its order; NaN for one that the platform lacks. */
  readonly constants: Float64Array;
  readonly frame: ArrayBuffer;

  readonly sockaddrSize: number;
  readonly sunPathSize: number;
  readonly sockaddrDataSize: number;
  encodeInet(target: Uint8Array, address: string, port: number): boolean;
  encodeInet6(target: Uint8Array, address: string, port: number, flowInfo: number, scopeId: number): boolean;
  encodeUnix(target: Uint8Array, sunPath: Uint8Array, terminated: boolean): boolean;
  readonly linkAddressSize?: number;
  encodeNetlink?(target: Uint8Array, pid: number, groups: number): boolean;
  encodePacket?(
    target: Uint8Array,
    protocol: number,
    ifindex: number,
    hatype: number,
    pkttype: number,
    address: Uint8Array,
  ): boolean;
  encodeVsock?(target: Uint8Array, cid: number, port: number, flags: number): boolean;
  encodeOther(target: Uint8Array, family: number, data: Uint8Array): boolean;
  decodeSockaddr(source: Uint8Array): readonly unknown[];

  /** How much of a control buffer a message with so much data takes. */
  controlSpace(size: number): number;
  putControl(target: Uint8Array, at: number, level: number, type: number, data: Uint8Array): boolean;
  /** Level, type, place and size of the data of each message, one after another. */
  walkControl(source: Uint8Array, length: number): readonly number[];

  startRecording(capacity: number): void;
  stopRecording(): { records: NativeRecord[]; dropped: number };

  /** Whether this is the process's first thread; `undefined` where the platform does not tell. */
  readonly onFirstThread: boolean | undefined;
  /**
   * Enters this thread among those that can be interrupted, by its id in JavaScript; `loop` tells whether its event loop
   * may be looked at. False if another environment of this thread has been entered before.
   */
  enterThread(threadId: number, loop: boolean): boolean;
  /** Whether a call was interrupted. */
  interrupt(threadId: number): boolean;
  /** From now on every call in that thread answers EINTR, until it has ended. */
  endThread(threadId: number): void;
  endOtherThreads(): void;
  /** The number of the signal, or -errno if it could not be set. */
  interruptSignal(number?: number): number;

  readonly socket: NativeCall;
  readonly socketpair: NativeCall;
  readonly shutdown: NativeCall;
  readonly close: NativeCall;
  readonly bind: NativeCall;
  readonly listen: NativeCall;
  readonly accept: NativeCall;
  readonly accept4?: NativeCall;
  readonly connect: NativeCall;
  readonly send: NativeCall;
  readonly recv: NativeCall;
  readonly read: NativeCall;
  readonly write: NativeCall;
  readonly sendmsg: NativeCall;
  readonly recvmsg: NativeCall;
  readonly getsockname: NativeCall;
  readonly getpeername: NativeCall;
  readonly getsockopt: NativeCall;
  readonly setsockopt: NativeCall;
  readonly setsockoptProgram?: NativeCall;
  readonly fcntl: NativeCall;
  readonly dup: NativeCall;
  readonly dup2: NativeCall;
  readonly dup3?: NativeCall;
  readonly ioctl: NativeCall;
  readonly sockatmark: NativeCall;
  readonly inotify_init1?: NativeCall;
  readonly inotify_add_watch?: NativeCall;
  readonly poll: NativeCall;
  readonly select: NativeCall;
  readonly epoll_create1?: NativeCall;
  readonly epoll_ctl?: NativeCall;
  readonly epoll_wait?: NativeCall;
  readonly pipe2?: NativeCall;
  readonly eventfd?: NativeCall;

  readonly sendto: NativeCall;
  readonly recvfrom: NativeCall;
  readonly readv: NativeCall;
  readonly writev: NativeCall;
  readonly sendfile?: NativeCall;
  readonly splice?: NativeCall;
  readonly sendmmsg?: NativeCall;
  readonly recvmmsg?: NativeCall;
  /** Where the parts of a batch are in its block, in bytes. */
  batchPlaces?(count: number, size: number, control: number): Readonly<Record<BatchPart, number>>;
  readonly getaddrinfo: NativeCall;
  readonly getnameinfo: NativeCall;
  readonly if_nametoindex: NativeCall;
  readonly if_indextoname: NativeCall;
  readonly if_nameindex: NativeCall;
  readonly getservbyname: NativeCall;
  readonly getservbyport: NativeCall;
  readonly getprotobyname: NativeCall;
  readonly getprotobynumber: NativeCall;
  readonly inet_pton: NativeCall;
  readonly inet_ntop: NativeCall;

  /** The same calls on a thread of libuv's pool. The last of their values is a function that gets what they answered. */
  readonly lookUpAddresses: NativeCall;
  readonly lookUpName: NativeCall;
  readonly closeElsewhere: NativeCall;

  /** Answers 0 or -errno, and gives the memory that lib/reactor/ring.ts reads. The others need it to be made before. */
  reactorOpen(onBatch: () => void): ArrayBuffer | undefined;
  readonly reactorWatch: NativeCall;
  readonly reactorUnwatch: NativeCall;
  readonly reactorFollow: NativeCall;

  /** The calls that the steps of an arm can make, in the order of their numbers; `null` makes none. */
  readonly measureStepNames: readonly string[];
  readonly measureCall: NativeCall;
  readonly measureEagain: NativeCall;
  readonly measureAlone: NativeCall;
  readonly measureBetween: NativeCall;
  /** The two parties of an exchange: who measures, and its peer. */
  readonly partyPingPong: NativeCall;
  readonly partyFixedRate: NativeCall;
  readonly partyEcho: NativeCall;
  readonly partySource: NativeCall;
  readonly partySink: NativeCall;
  readonly readTsc?: NativeCall;
  readonly openCounter?: NativeCall;
  readonly readCounters?: NativeCall;
  readonly setAffinity?: NativeCall;
  readonly getAffinity?: NativeCall;
}

/** lib/core and dist/core are at the same depth. */
const PACKAGE_ROOT = join(__dirname, '..', '..');

/**
 * node-gyp-build finds the addon, but takes a fifth of the time to load the package to look where it was built; to find
 * out where the file really lies, as require() does, takes some more.
 */
function loadAddon(): Native {
  const built = join(PACKAGE_ROOT, 'build', 'Release', 'sockcall.node');
  const elsewhere = process.env['SOCKCALL_PREBUILD'] ?? process.env['PREBUILDS_ONLY'];
  if (elsewhere === undefined && existsSync(built)) {
    const addon = { exports: {} };
    process.dlopen(addon, built);
    return addon.exports as Native;
  }
  return (require('node-gyp-build') as (root: string) => Native)(PACKAGE_ROOT);
}

function load(): Native {
  try {
    return loadAddon();
  } catch (cause) {
    throw new Error(
      `sockcall has no addon for ${process.platform}-${process.arch} in ${PACKAGE_ROOT}. Either its prebuilt binaries were not ` +
        'installed: install the package again from the registry; or this platform has none: ' +
        'build it with a C++ compiler and Python present, by "npm rebuild sockcall" (npm 12 and newer: "npm rebuild sockcall --allow-scripts=sockcall").',
      { cause },
    );
  }
}

export const native = load();
enlist(native);
