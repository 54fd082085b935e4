import fc from 'fast-check';
import { Message, Sockaddr, encodeControl } from '../../../lib/raw';
import { buffer, junkAddress, junkFd, junkNumber } from '../arbitrary';
import { type Shapes, anything, sockaddr } from './shape';

const buffers = fc.oneof(buffer, fc.array(buffer, { maxLength: 5 }), fc.array(anything, { maxLength: 3 }), anything);

/** Bytes like those of control messages, whose lengths lie. */
const controlBytes = fc.oneof(
  buffer,
  fc.uint8Array({ maxLength: 64 }),
  fc.tuple(fc.uint8Array({ minLength: 8, maxLength: 40 }), fc.nat(63), fc.nat(255)).map(([data, at, byte]) => {
    const bytes = encodeControl([{ level: 1, type: 1, data }]);
    bytes[at % bytes.length] = byte;
    return bytes;
  }),
);

const controlMessage = fc.oneof(
  anything,
  fc.record({ level: junkNumber, type: junkNumber, data: anything }),
  fc.record({ name: fc.oneof(fc.constant('SCM_RIGHTS'), anything), fds: fc.oneof(anything, fc.array(junkFd)) }),
);

/** A Message of sound parts, some of which are unsound by the time of the call. */
const soundMessage = fc
  .tuple(fc.array(buffer, { maxLength: 5 }), fc.option(controlBytes), fc.boolean())
  .map(([list, control, withAddress]) => {
    const address = withAddress ? new Sockaddr() : undefined;
    return new Message({ buffers: list, control: control ?? undefined, address });
  });

const parts = fc.record(
  {
    buffers,
    address: fc.oneof(sockaddr, junkAddress),
    control: fc.oneof(controlBytes, fc.array(controlMessage, { maxLength: 3 }), anything),
    controlSize: junkNumber,
  },
  { requiredKeys: [] },
);

const junkMessage = fc.oneof(
  soundMessage,
  parts,
  anything,
  fc.constant(0).map(() => new Proxy(new Message(), {})),
  fc.constant(0).map(() => Object.create(Message.prototype) as unknown),
);

export const message: Shapes = {
  sendmsg: [junkFd, junkMessage, junkNumber],
  recvmsg: [junkFd, junkMessage, junkNumber],
};
