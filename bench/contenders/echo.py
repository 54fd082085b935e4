"""Python's selectors, which are over epoll here: the loop of bench/c/echo-server.c."""

import selectors
import socket


def main():
    listener = socket.create_server(("127.0.0.1", 0), backlog=socket.SOMAXCONN)
    listener.setblocking(False)
    print(listener.getsockname()[1], flush=True)
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    is_open = 0
    while True:
        for key, _ in selector.select():
            connection = key.fileobj
            if connection is listener:
                accepted, _ = listener.accept()
                accepted.setblocking(False)
                selector.register(accepted, selectors.EVENT_READ)
                is_open += 1
                continue
            data = connection.recv(65536)
            if data:
                if connection.send(data) != len(data):
                    raise OSError("send")
            else:
                selector.unregister(connection)
                connection.close()
                is_open -= 1
                if is_open == 0:
                    return


main()
