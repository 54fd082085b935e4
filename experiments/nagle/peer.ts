/**
 * The end that answers, a blocking program for a thread of its own: one connection after another. Whoever connects says
 * first how long requests are, and whether acknowledgements are to be asked for at once; each whole request gets a byte.
 *
 * It travels to its thread as its source text, so what it needs it requires itself.
 */
export function peer(listener: number): void {
  const { IPPROTO_TCP, TCP_QUICKACK, accept, close, recv, send, setsockopt } =
    require('sockcall') as typeof import('sockcall');
  const answer = new Uint8Array(1);
  for (;;) {
    const { fd } = accept(listener as Parameters<typeof accept>[0]);
    const hello = new Uint8Array(8);
    if (fill(hello, false)) {
      const view = new DataView(hello.buffer);
      const request = new Uint8Array(view.getUint32(0));
      while (fill(request, view.getUint32(4) === 1)) send(fd, answer);
    }
    close(fd);

    /** Whether it came whole; nothing comes any more when the other end has closed. */
    function fill(buffer: Uint8Array, quickack: boolean): boolean {
      for (let got = 0; got < buffer.length;) {
        // The kernel takes the option back when it thinks better of it, so it is set again before each call.
        if (quickack) setsockopt(fd, IPPROTO_TCP, TCP_QUICKACK, 1);
        const count = recv(fd, buffer, 0, got);
        if (count === 0) return false;
        got += count;
      }
      return true;
    }
  }
}
