import { type ActiveSocket, IPPROTO_TCP, MSG_MORE, TCP_CORK, TCP_NODELAY, send, setsockopt, writev } from 'sockcall';

/** A request of two parts: a header and a body, say. */
export type Parts = readonly [header: Uint8Array, body: Uint8Array];

/** A way to ask. */
export interface Way {
  /** What the end that asks sets once, when it has connected. */
  prepare?(fd: ActiveSocket): void;
  /** Whether the end that answers asks for acknowledgements at once, before each of its calls. */
  readonly quickack?: boolean;
  ask(fd: ActiveSocket, parts: Parts): void;
}

/** The first is what programs do that have never heard of it; the others are ways around it. */
export const WAYS = {
  'write-write': { ask: inTwo },
  'one write': { ask: (fd, parts) => void writev(fd, parts) },
  TCP_NODELAY: { prepare: (fd) => setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, 1), ask: inTwo },
  MSG_MORE: {
    // The kernel keeps the first part until the second comes.
    ask: (fd, [header, body]) => {
      send(fd, header, MSG_MORE);
      send(fd, body);
    },
  },
  TCP_CORK: {
    ask: (fd, parts) => {
      setsockopt(fd, IPPROTO_TCP, TCP_CORK, 1);
      inTwo(fd, parts);
      setsockopt(fd, IPPROTO_TCP, TCP_CORK, 0);
    },
  },
  TCP_QUICKACK: { quickack: true, ask: inTwo },
} as const satisfies Readonly<Record<string, Way>>;

export type WayName = keyof typeof WAYS;

function inTwo(fd: ActiveSocket, [header, body]: Parts): void {
  send(fd, header);
  send(fd, body);
}
