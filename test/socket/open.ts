import { F_GETFD, asFd, fcntl } from '../../lib';

/** Whether a number is that of an open descriptor. */
export function isOpen(fd: number): boolean {
  try {
    fcntl(asFd(fd), F_GETFD);
    return true;
  } catch {
    return false;
  }
}
