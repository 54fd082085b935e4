import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import {
  AF_INET,
  MSG_ERRQUEUE,
  SOCK_DGRAM,
  SOF_TIMESTAMPING_OPT_PKTINFO,
  SOF_TIMESTAMPING_RAW_HARDWARE,
  SOF_TIMESTAMPING_RX_HARDWARE,
  SOF_TIMESTAMPING_RX_SOFTWARE,
  SOF_TIMESTAMPING_SOFTWARE,
  SOL_SOCKET,
  SO_TIMESTAMPING,
  SO_WIFI_STATUS,
  close,
  connect,
  inet,
  setsockopt,
  socket,
} from '../../lib';
import { eventually, find, fromErrorQueue, receive, send, skip, turnOn, withOpenPair } from './exchange';

/** A host that is reached by Wi-Fi and may be sent a datagram; without its being named, no frame goes out. */
const WIFI = process.env['SOCKCALL_WIFI'];

function wifiDevices(): readonly string[] {
  try {
    return readdirSync('/sys/class/ieee80211');
  } catch {
    return [];
  }
}

describe('control messages of devices', () => {
  it('SCM_WIFI_STATUS: whether a frame was acknowledged', async function () {
    if (wifiDevices().length === 0) skip(this, 'there is no Wi-Fi device');
    if (WIFI === undefined) skip(this, 'SOCKCALL_WIFI names no IPv4 address to send to');
    const fd = socket(AF_INET, SOCK_DGRAM);
    try {
      turnOn(fd, SOL_SOCKET, SO_WIFI_STATUS);
      connect(fd as never, inet(WIFI, 9) as never);
      send(fd, 'x');
      const { control, flags } = await fromErrorQueue(fd);
      assert.ok(flags & MSG_ERRQUEUE);
      assert.equal(typeof find(control, 'SCM_WIFI_STATUS').acknowledged, 'boolean');
    } finally {
      close(fd);
    }
  });

  it('SCM_TIMESTAMPING_PKTINFO does not come with a stamp of the kernel, only with one of a network card', async () => {
    await withOpenPair('UDP over IPv4', async (pair) => {
      const flags =
        SOF_TIMESTAMPING_RX_SOFTWARE |
        SOF_TIMESTAMPING_SOFTWARE |
        SOF_TIMESTAMPING_RX_HARDWARE |
        SOF_TIMESTAMPING_RAW_HARDWARE |
        SOF_TIMESTAMPING_OPT_PKTINFO;
      setsockopt(pair.b, SOL_SOCKET, SO_TIMESTAMPING, Int32Array.of(flags) as never);
      const { hardware } = await eventually(pair, 'SCM_TIMESTAMPING');
      assert.deepEqual(hardware, { seconds: 0, nanoseconds: 0 });
      send(pair.a, 'x');
      const names = receive(pair.b).control.map(({ name }) => name);
      assert.deepEqual(names, ['SCM_TIMESTAMPING']);
    });
  });
});
