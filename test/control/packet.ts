import {
  AF_PACKET,
  ETH_P_IP,
  SOCK_DGRAM,
  SOL_SOCKET,
  SO_ATTACH_FILTER,
  bind,
  close,
  setsockopt,
  socket,
  type ActiveSocket,
  type Fd,
} from '../../lib';
import { LO, needs } from './exchange';

const UDP = 17;

/** `struct sockaddr_ll` after its family: IPv4 by way of the loopback interface. */
export function linkAddress(): { family: number; data: Uint8Array } {
  const data = new DataView(new ArrayBuffer(18));
  data.setUint16(0, ETH_P_IP);
  data.setInt32(2, LO, true);
  return { family: AF_PACKET, data: new Uint8Array(data.buffer) };
}

/** A packet socket which sees no packet yet. */
export function openPacketSocket(context: Mocha.Context): Fd {
  return needs(context, 'not privileged', ['EPERM', 'EACCES'], () => socket(AF_PACKET, SOCK_DGRAM, 0));
}

/**
 * A packet socket that sees the UDP packets on the loopback interface which are so long with their IPv4 header, and
 * nothing of what else happens on this machine.
 */
export function openPacketSocketFor(context: Mocha.Context, length: number): Fd {
  const fd = openPacketSocket(context);
  try {
    setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, [
      { code: 0x28, jt: 0, jf: 0, k: 2 },
      { code: 0x15, jt: 0, jf: 3, k: length },
      { code: 0x30, jt: 0, jf: 0, k: 9 },
      { code: 0x15, jt: 0, jf: 1, k: UDP },
      { code: 0x06, jt: 0, jf: 0, k: 0xffffffff },
      { code: 0x06, jt: 0, jf: 0, k: 0 },
    ]);
    bind(fd as ActiveSocket, linkAddress());
    return fd;
  } catch (error) {
    close(fd);
    throw error;
  }
}
