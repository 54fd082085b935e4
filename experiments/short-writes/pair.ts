import {
  AF_INET,
  AF_UNIX,
  type ActiveSocket,
  type Fd,
  SOCK_STREAM,
  accept,
  bind,
  close,
  connect,
  getsockname,
  inet,
  listen,
  socket,
  socketpair,
} from 'sockcall';

export type Transport = 'unix' | 'tcp';

/** Two connected sockets; nobody will ever read from the second. */
export interface Pair {
  readonly sender: ActiveSocket;
  readonly receiver: ActiveSocket;
}

export function open(transport: Transport): Pair {
  if (transport === 'tcp') return tcp();
  const [sender, receiver] = socketpair(AF_UNIX, SOCK_STREAM);
  return { sender, receiver };
}

function tcp(): Pair {
  const listener = socket(AF_INET, SOCK_STREAM);
  let sender: Fd | undefined;
  try {
    bind(listener, inet('127.0.0.1', 0));
    listen(listener, 1);
    const active = socket(AF_INET, SOCK_STREAM);
    sender = active;
    const { port } = getsockname(listener) as { port: number };
    connect(active, inet('127.0.0.1', port));
    return { sender: active, receiver: accept(listener).fd };
  } catch (error) {
    if (sender !== undefined) close(sender);
    throw error;
  } finally {
    close(listener);
  }
}

/** The receiver goes first: it has not read what came, so TCP ends by a reset, and no port is kept in TIME_WAIT. */
export function closeBoth({ sender, receiver }: Pair): void {
  close(receiver);
  close(sender);
}
