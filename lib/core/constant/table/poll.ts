import type { Group } from '../row';

export const poll: Group = {
  group: 'poll',
  title: 'Events of poll(), and the size of a set of select()',
  type: 'number',
  rows: [
    ['POLLIN', 'POSIX', 'There is something to read: data, a connection to accept, or the end of the stream.'],
    ['POLLPRI', 'POSIX', 'There is urgent data, or another exceptional condition.'],
    ['POLLOUT', 'POSIX', 'There is room to write, or a connect in the background has ended.'],
    ['POLLRDNORM', 'POSIX', 'The same as POLLIN on Linux: normal data can be read.'],
    ['POLLRDBAND', 'POSIX', 'Priority data can be read; seldom used.'],
    ['POLLWRNORM', 'POSIX', 'The same as POLLOUT: normal data can be written.'],
    ['POLLWRBAND', 'POSIX', 'Priority data can be written.'],
    ['POLLMSG', 'Linux', 'Unused.'],
    ['POLLREMOVE', 'Linux', 'For /dev/poll, which Linux does not have; unused.'],
    ['POLLRDHUP', 'Linux', 'The peer has closed, or has shut down its writing half.'],
    ['POLLERR', 'POSIX', 'Comes unasked: an error waits, or nobody reads from the pipe any more.'],
    ['POLLHUP', 'POSIX', 'Comes unasked: the connection has ended in both directions, or nobody writes to the pipe.'],
    ['POLLNVAL', 'POSIX', 'Comes unasked: the descriptor is not open.'],
    ['FD_SETSIZE', 'POSIX', 'How many descriptors have a place in a set of select(): those below this number.'],
  ],
};
