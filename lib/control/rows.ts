import type { ControlRow } from './row';
import { ipRows } from './table/ip';
import { ipv6Rows } from './table/ipv6';
import { protocolRows } from './table/protocol';
import { socketRows } from './table/socket';
import { timeRows } from './table/time';

/** Every control message that has a form here; on Linux, as these forms are the ones of its kernel. */
export function controlRows(): readonly ControlRow[] {
  return [...socketRows(), ...timeRows(), ...ipRows(), ...ipv6Rows(), ...protocolRows()];
}

/** What RFC 3542 and POSIX lay down has one form everywhere. */
const EVERYWHERE: readonly string[] = ['SCM_RIGHTS', 'IPV6_PKTINFO', 'IPV6_HOPLIMIT', 'IPV6_TCLASS'];

/** Those of this platform. What others have is given and taken as bytes. */
export function rowsHere(): readonly ControlRow[] {
  return process.platform === 'linux' ? controlRows() : controlRows().filter(({ name }) => EVERYWHERE.includes(name));
}
