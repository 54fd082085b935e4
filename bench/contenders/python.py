"""python3 python.py case operations blocks: the same as main.ts, by Python's socket and os modules."""

import errno
import json
import os
import socket
import sys
import time

SIZE = 64
output = bytes(SIZE)
buffer = bytearray(SIZE)


def bad_descriptor():
    # socket.socket() takes no -1, so its descriptor is closed behind its back.
    end = socket.socketpair()[0]
    os.close(end.fileno())
    recv_into = end.recv_into

    def loop(operations):
        seen = 0
        for _ in range(operations):
            try:
                recv_into(buffer)
            except OSError as error:
                if error.errno == errno.EBADF:
                    seen += 1
        return seen

    return loop


def empty_read():
    pair = socket.socketpair()
    fd, read = pair[1].fileno(), os.read

    def loop(operations, pair=pair):
        seen = 0
        for _ in range(operations):
            if len(read(fd, 0)) == 0:
                seen += 1
        return seen

    return loop


def peek():
    pair = socket.socketpair()
    pair[0].send(b"x")
    recv_into, flags = pair[1].recv_into, socket.MSG_PEEK

    def loop(operations, pair=pair):
        seen = 0
        for _ in range(operations):
            seen += recv_into(buffer, 0, flags)
        return seen

    return loop


def send_recv():
    a, b = socket.socketpair()
    send, recv_into = a.send, b.recv_into

    def loop(operations):
        seen = 0
        for _ in range(operations):
            seen += send(output) + recv_into(buffer)
        return seen

    return loop


def write_read():
    a, b = socket.socketpair()
    out, into, write, readv = a.fileno(), b.fileno(), os.write, os.readv
    buffers = [buffer]

    def loop(operations, pair=(a, b)):
        seen = 0
        for _ in range(operations):
            seen += write(out, output) + readv(into, buffers)
        return seen

    return loop


def main(name, operations, blocks):
    loop = {
        "bad-descriptor": bad_descriptor,
        "empty-read": empty_read,
        "peek": peek,
        "send-recv": send_recv,
        "write-read": write_read,
    }[name]()
    loop(operations)
    nanoseconds, seen = [], 0
    for _ in range(blocks):
        start = time.perf_counter_ns()
        seen += loop(operations)
        nanoseconds.append((time.perf_counter_ns() - start) / operations)
    print(json.dumps({"nanoseconds": nanoseconds, "seen": seen}))


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
