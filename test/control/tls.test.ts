import assert from 'node:assert/strict';
import { SOL_TCP, SOL_TLS, TCP_ULP, setsockopt } from '../../lib';
import { withPair } from '../helpers/kinds';
import { find, needs, receive, send } from './exchange';

const TLS_TX = 1;
const TLS_RX = 2;
const TLS_1_2 = 0x0303;
const TLS_CIPHER_AES_GCM_128 = 51;
const ALERT = 21;
const APPLICATION_DATA = 23;

/** `struct tls12_crypto_info_aes_gcm_128`: after version and cipher come iv, key, salt and sequence number. */
function secrets(): Uint8Array {
  const info = new Uint8Array(4 + 8 + 16 + 4 + 8);
  new Uint16Array(info.buffer, 0, 2).set([TLS_1_2, TLS_CIPHER_AES_GCM_128]);
  return info.fill(7, 4, 32);
}

describe('control messages of TLS in the kernel', () => {
  it('TLS_SET_RECORD_TYPE and TLS_GET_RECORD_TYPE: an alert, and data', function () {
    withPair('TCP over IPv4', ({ a, b }) => {
      for (const fd of [a, b]) {
        needs(this, 'this kernel has no TLS', ['ENOENT'], () => setsockopt(fd, SOL_TCP, TCP_ULP, 'tls'));
      }
      setsockopt(a, SOL_TLS, TLS_TX, secrets());
      setsockopt(b, SOL_TLS, TLS_RX, secrets());
      // A warning: the other side closes.
      send(a, Uint8Array.of(1, 0), { name: 'TLS_SET_RECORD_TYPE', recordType: ALERT });
      const alert = receive(b);
      assert.equal(find(alert.control, 'TLS_GET_RECORD_TYPE').recordType, ALERT);
      assert.equal(alert.length, 2);
      send(a, 'data');
      const data = receive(b);
      assert.equal(find(data.control, 'TLS_GET_RECORD_TYPE').recordType, APPLICATION_DATA);
      assert.equal(data.length, 4);
    });
  });
});
