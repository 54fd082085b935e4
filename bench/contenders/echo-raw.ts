// The raw door: the loop of bench/c/echo-server.c, call for call.
const {
  AF_INET,
  EPOLLIN,
  EPOLL_CTL_ADD,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  Sockaddr,
  accept4,
  bind,
  close,
  epoll_create1,
  epoll_ctl,
  epoll_wait,
  errnoName,
  getsockname,
  inet,
  listen,
  recv,
  send,
  socket,
} = require('sockcall/raw') as typeof import('../../lib/raw');

const EVENTS = 512;
const events = new Int32Array(2 * EVENTS);
const buffer = Buffer.alloc(65536);

/** What a call gave, unless that is an errno. */
function ok(result: number): number {
  if (result < 0) throw new Error(errnoName(result));
  return result;
}

function listening(): number {
  const fd = ok(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK));
  ok(bind(fd, inet('127.0.0.1', 0)));
  ok(listen(fd));
  const name = new Sockaddr();
  ok(getsockname(fd, name));
  console.log((name.decode() as { port: number }).port);
  return fd;
}

const listener = listening();
const epoll = ok(epoll_create1());
ok(epoll_ctl(epoll, EPOLL_CTL_ADD, listener, EPOLLIN));

function serve(): void {
  let open = 0;
  for (;;) {
    const count = ok(epoll_wait(epoll, events, -1));
    for (let i = 0; i < count; i++) {
      const fd = events[2 * i + 1]!;
      if (fd === listener) {
        ok(epoll_ctl(epoll, EPOLL_CTL_ADD, ok(accept4(listener, SOCK_NONBLOCK)), EPOLLIN));
        open++;
        continue;
      }
      const received = ok(recv(fd, buffer));
      if (received > 0) {
        if (send(fd, buffer, 0, 0, received) !== received) throw new Error('send');
      } else {
        close(fd);
        if (--open === 0) return;
      }
    }
  }
}

serve();
