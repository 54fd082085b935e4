import {
  type Fd,
  IPPROTO_TCP,
  SOL_TLS,
  TCP_ULP,
  TLS_1_2_VERSION,
  TLS_1_3_VERSION,
  TLS_CIPHER_AES_GCM_128,
  TLS_RX,
  setsockopt,
} from '../../../lib';
import type { Samples } from '../sample';

/** What a kernel without TLS says to TCP_ULP. */
const NO_TLS = ['ENOENT'];

const withTls = (fd: Fd): void => setsockopt(fd, IPPROTO_TCP, TCP_ULP, 'tls');
const decrypting = (fd: Fd): void => {
  withTls(fd);
  setsockopt(fd, SOL_TLS, TLS_RX, cryptoInfo(TLS_1_3_VERSION));
};

/** `struct tls12_crypto_info_aes_gcm_128`: version, cipher, nonce, key, salt and number of the first record. */
export function cryptoInfo(version: number): Uint8Array {
  const bytes = Uint8Array.from({ length: 40 }, (_, index) => index);
  new Uint16Array(bytes.buffer, 0, 2).set([version, TLS_CIPHER_AES_GCM_128]);
  return bytes.fill(0, 32);
}

const info = cryptoInfo(TLS_1_2_VERSION);

export const tlsSamples: Samples = {
  TLS_TX: { on: 'connection', before: withTls, set: info, ask: info.length, got: info, or: NO_TLS },
  TLS_RX: { on: 'connection', before: withTls, set: info, ask: info.length, got: info, or: NO_TLS },
  TLS_TX_ZEROCOPY_RO: { on: 'connection', before: withTls, set: true, or: NO_TLS },
  TLS_RX_EXPECT_NO_PAD: { on: 'connection', before: decrypting, set: true, or: NO_TLS },
};

/** The kernel has AF_ALG, but not this algorithm, or not for this user. */
const NO_ALGORITHM = ['ENOENT', 'ENOKEY', 'EACCES', 'EPERM', 'EOPNOTSUPP'];

export const algSamples: Samples = {
  ALG_SET_KEY: { on: 'cipher', set: info.subarray(0, 16), or: NO_ALGORITHM },
  ALG_SET_AEAD_AUTHSIZE: { on: 'aead', set: 12, or: NO_ALGORITHM },
  ALG_SET_DRBG_ENTROPY: { on: 'rng', set: info.subarray(0, 32), or: NO_ALGORITHM },
  ALG_SET_KEY_BY_KEY_SERIAL: { on: 'cipher', set: 1, or: NO_ALGORITHM },
};
