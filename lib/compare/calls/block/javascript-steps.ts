import {
  F_GETFL,
  FIONREAD,
  Message,
  MessageBatch,
  POLLIN,
  POLLOUT,
  SOL_SOCKET,
  SO_TYPE,
  Sockaddr,
  fcntl,
  getsockname,
  getsockopt,
  ioctl,
  poll,
  read,
  readv,
  recv,
  recvfrom,
  recvmmsg,
  recvmsg,
  send,
  sendmmsg,
  sendmsg,
  sendto,
  write,
  writev,
} from '../../../raw';
import type { ProgramStep, StepCall } from '../arm';

/** Makes a call: the bytes that it moved, 0 or more for one that moves none, or -errno. */
export type Make = () => number;

/** What a call is made with: a half of the buffer to send from, or the other one to receive into. */
interface Material {
  readonly fd: number;
  readonly flags: number;
  readonly bytes: Uint8Array;
}

/** Each call as a program would make it by the raw door, with what can be made before made before. */
const makers: Readonly<Record<StepCall, (material: Material) => Make>> = {
  send:
    ({ fd, flags, bytes }) =>
    () =>
      send(fd, bytes, flags),
  write:
    ({ fd, bytes }) =>
    () =>
      write(fd, bytes),
  sendto:
    ({ fd, flags, bytes }) =>
    () =>
      sendto(fd, bytes, flags),
  sendmsg({ fd, flags, bytes }) {
    const message = new Message({ buffers: bytes });
    return () => sendmsg(fd, message, flags);
  },
  writev({ fd, bytes }) {
    const buffers = [bytes];
    return () => writev(fd, buffers);
  },
  sendmmsg({ fd, flags, bytes }) {
    const batch = new MessageBatch(1, { size: bytes.length, address: false });
    batch.put(0, bytes);
    return () => {
      const count = sendmmsg(fd, batch, flags);
      return count > 0 ? batch.lengths[0]! : count;
    };
  },
  recv:
    ({ fd, flags, bytes }) =>
    () =>
      recv(fd, bytes, flags),
  read:
    ({ fd, bytes }) =>
    () =>
      read(fd, bytes),
  recvfrom:
    ({ fd, flags, bytes }) =>
    () =>
      recvfrom(fd, bytes, flags),
  recvmsg({ fd, flags, bytes }) {
    const message = new Message({ buffers: bytes });
    return () => recvmsg(fd, message, flags);
  },
  readv({ fd, bytes }) {
    const buffers = [bytes];
    return () => readv(fd, buffers);
  },
  recvmmsg({ fd, flags, bytes }) {
    const batch = new MessageBatch(1, { size: bytes.length, address: false });
    return () => {
      const count = recvmmsg(fd, batch, flags);
      return count > 0 ? batch.lengths[0]! : count;
    };
  },
  getsockopt({ fd }) {
    const value = new Int32Array(1);
    return () => getsockopt(fd, SOL_SOCKET, SO_TYPE, value);
  },
  getsockname({ fd }) {
    const address = new Sockaddr();
    return () => getsockname(fd, address);
  },
  fcntl:
    ({ fd }) =>
    () =>
      fcntl(fd, F_GETFL),
  ioctl({ fd }) {
    const count = new Int32Array(1);
    return () => ioctl(fd, FIONREAD, count);
  },
  poll({ fd }) {
    const fds = new Int32Array([fd, POLLIN | POLLOUT, 0]);
    return () => poll(fds, 0);
  },
};

/** A step as a function, and whether it is the one that moves the message is for the caller to know. */
export function makerOf(step: ProgramStep, fd: number, bytes: Uint8Array): Make {
  return step === null ? nothing : makers[step.call]({ fd, flags: step.flags ?? 0, bytes });
}

function nothing(): number {
  return 0;
}
