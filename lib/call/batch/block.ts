import { type Sockaddr, sockaddrIn } from '../../address/sockaddr';
import { outOfRange, unavailable } from '../../core/misuse';
import { native } from '../../core/native';

const LARGEST_BLOCK = 0x7fffffff;

/** What a batch is to have for each of its messages, in bytes. */
export interface Sizes {
  readonly count: number;
  readonly size: number;
  readonly control: number;
  readonly address: boolean;
}

/** One piece of memory with all of a batch, and views of its parts. */
export interface Block {
  readonly memory: ArrayBuffer;
  readonly lengths: Int32Array;
  readonly flags: Int32Array;
  readonly controlLengths: Int32Array;
  readonly addresses: readonly Sockaddr[];
  readonly control: readonly Uint8Array[];
  readonly buffers: readonly Uint8Array[];
}

/** Makes the block of a batch; native/calls/batch.cc tells where its parts are, and reads what is written here. */
export function makeBlock({ count, size, control, address }: Sizes): Block {
  if (native.batchPlaces === undefined) throw unavailable('MessageBatch');
  const places = native.batchPlaces(count, size, control);
  if (places.total > LARGEST_BLOCK) throw outOfRange('size', `at most 2 GiB for all ${count} messages`, size);
  const memory = new ArrayBuffer(places.total);
  new Uint32Array(memory, 0, 4).set([count, size, control, Number(address)]);
  const each = <T>(make: (index: number) => T): readonly T[] =>
    Object.freeze(Array.from({ length: count }, (_, index) => make(index)));
  const { addressStride, controlStride, dataStride } = places;
  return {
    memory,
    lengths: new Int32Array(memory, places.lengths, count),
    flags: new Int32Array(memory, places.flags, count),
    controlLengths: new Int32Array(memory, places.controlLengths, count),
    addresses: address ? each((index) => sockaddrIn(memory, places.addresses + index * addressStride)) : [],
    control:
      control > 0 ? each((index) => new Uint8Array(memory, places.control + index * controlStride, control)) : [],
    buffers: each((index) => new Uint8Array(memory, places.data + index * dataStride, size)),
  };
}
