import assert from 'node:assert/strict';
import {
  IPPROTO_TCP,
  SOL_SOCKET,
  SOL_TLS,
  SO_RCVTIMEO,
  TCP_ULP,
  TLS_1_2_VERSION,
  TLS_RX,
  TLS_TX,
  recv,
  send,
  setsockopt,
} from '../../lib';
import { needs } from '../control/exchange';
import { cryptoInfo } from './samples/crypto';
import { withSocket } from './sockets';
import { room, text } from './udp';

const APPLICATION_DATA = 23;

describe('TLS in the kernel', () => {
  it('encrypts with the key of TLS_TX, and decrypts with that of TLS_RX', function () {
    needs(this, 'no TLS in this kernel', ['ENOENT'], () =>
      withSocket('connection', (server, client) => {
        const info = cryptoInfo(TLS_1_2_VERSION);
        setsockopt(server, IPPROTO_TCP, TCP_ULP, 'tls');
        setsockopt(server, SOL_TLS, TLS_TX, info);
        setsockopt(client!, SOL_SOCKET, SO_RCVTIMEO, { seconds: 5, microseconds: 0 });
        send(server, 'secret');
        // Header, nonce, text and tag: nobody decrypts yet.
        assert.equal(recv(client as never, room, 0, 0, 35), 35);
        assert.equal(room[0], APPLICATION_DATA);
        assert.ok(!text(35).includes('secret'));
        setsockopt(client!, IPPROTO_TCP, TCP_ULP, 'tls');
        setsockopt(client!, SOL_TLS, TLS_RX, Uint8Array.of(...info.subarray(0, 39), 1));
        send(server, 'secret');
        assert.equal(text(recv(client as never, room)), 'secret');
      }),
    );
  });
});
