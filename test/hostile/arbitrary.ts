import fc from 'fast-check';

/** Descriptors that cannot be open here: what is tried on them reaches the kernel and does no harm. */
export const badFd = fc.oneof(fc.integer({ min: -0x80000000, max: -1 }), fc.integer({ min: 100000, max: 0x7fffffff }));

/** Numbers at the edges of what C can hold. */
const edgeNumber = fc.constantFrom(
  NaN,
  Infinity,
  -Infinity,
  1.5,
  -1,
  -2147483648,
  -2147483649,
  2147483647,
  2147483648,
  4294967295,
  4294967296,
  2 ** 53 - 1,
  2 ** 53,
  1e308,
  5e-324,
);

/** Values of wrong types, some of which run code when they are looked at. */
const wrongType = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, false, '', 'x', '3', 5n, -1n, Symbol('s'), () => 1, class {}, /x/),
  fc.constantFrom<unknown>(
    [],
    [1, 2],
    {},
    new Map(),
    new Date(0),
    Promise.resolve(),
    new Error('x'),
    new Proxy({}, {}),
  ),
  fc.constant(0).map(() => ({ valueOf: () => 3, toString: () => '3' })),
  fc.constant(0).map(() => ({ [Symbol.toPrimitive]: () => 3 })),
  fc.constant(0).map(() => Object.create(Uint8Array.prototype) as unknown),
  fc.constant(0).map(() => Object.create(ArrayBuffer.prototype, { byteLength: { value: 64 } }) as unknown),
);

/** Anything but a number that may be an open descriptor. */
export const junkFd = fc.oneof(badFd, edgeNumber, wrongType);

export const junkNumber = fc.oneof(edgeNumber, fc.integer(), wrongType);

type Resizable = ArrayBuffer & { resize(size: number): void };

export function resizable(size: number, max: number): Resizable {
  return new (ArrayBuffer as unknown as new (size: number, options: object) => Resizable)(size, { maxByteLength: max });
}

export function detach<T extends ArrayBufferView | ArrayBuffer>(value: T): T {
  const buffer = value instanceof ArrayBuffer ? value : value.buffer;
  structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
  return value;
}

/** Buffers of all kinds, sound and unsound. */
export const buffer = fc.oneof(
  fc.nat(300).map((size) => new Uint8Array(size)),
  fc.nat(300).map((size) => Buffer.alloc(size)),
  fc.nat(300).map((size) => new ArrayBuffer(size)),
  fc.nat(30).map((size) => new DataView(new ArrayBuffer(64), size, 20)),
  fc.nat(30).map((size) => new Float64Array(size)),
  fc.nat(30).map((size) => new BigInt64Array(size)),
  fc.nat(30).map((size) => new Uint16Array(new SharedArrayBuffer(64), 2, size)),
  fc.nat(64).map((size) => detach(new Uint8Array(size))),
  fc.nat(64).map((size) => detach(new ArrayBuffer(size))),
  fc.nat(64).map((size) => detach(new DataView(new ArrayBuffer(size)))),
  fc.nat(64).map((size) => {
    const memory = resizable(64, 128);
    const view = new Uint8Array(memory, 0, 64);
    memory.resize(size);
    return view;
  }),
  fc.nat(128).map((size) => {
    const memory = resizable(64, 128);
    const view = new Uint8Array(memory);
    memory.resize(size);
    return view;
  }),
);

/** What may stand where an address is wanted, with getters that do mischief. */
export const junkAddress = fc.oneof(
  wrongType,
  fc.record({
    family: fc.oneof(
      fc.constantFrom('inet', 'inet6', 'unix', 'unspec', 'netlink', 'packet', 'vsock', 'ipx'),
      junkNumber,
    ),
  }),
  fc.record({ family: fc.constant('inet'), address: fc.oneof(fc.ipV4(), fc.string(), wrongType), port: junkNumber }),
  fc.record({
    family: fc.constant('inet6'),
    address: fc.oneof(fc.ipV6(), fc.string(), wrongType),
    port: junkNumber,
    scopeId: junkNumber,
    flowInfo: junkNumber,
  }),
  fc.record({ family: fc.constant('unix'), path: fc.oneof(fc.string({ maxLength: 200 }), buffer, wrongType) }),
  fc.record({ family: fc.constant('unix'), abstract: fc.oneof(fc.string({ maxLength: 200 }), buffer, wrongType) }),
  fc.record({ family: fc.constant('netlink'), pid: junkNumber, groups: junkNumber }),
  fc.record({
    family: fc.constant('packet'),
    protocol: fc.oneof(fc.constant(3), junkNumber),
    ifindex: fc.oneof(fc.constant(1), junkNumber),
    address: fc.oneof(fc.string(), fc.constant('02:00:00:00:00:01'), buffer, wrongType),
  }),
  fc.record({ family: fc.constant('vsock'), cid: junkNumber, port: junkNumber, flags: junkNumber }),
  fc.record({ family: fc.nat(300), data: fc.oneof(buffer, wrongType) }),
  fc.constant(0).map(() => ({
    get family(): string {
      throw new TypeError('mischief');
    },
  })),
);
