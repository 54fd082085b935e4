import type { Group } from '../row';

export const tlsOption: Group = {
  group: 'tls-option',
  title: 'Options of TLS in the kernel (level SOL_TLS, once TCP_ULP is "tls"), and what their structures hold',
  type: 'number',
  level: 'SOL_TLS',
  rows: [
    [
      'TLS_TX',
      'Linux',
      "Encrypts what is sent: a struct tls12_crypto_info_ of the cipher's; the length asked for must be its size.",
      { shape: 'bytes' },
    ],
    [
      'TLS_RX',
      'Linux',
      "Decrypts what is received: a struct tls12_crypto_info_ of the cipher's; the length asked for must be its size.",
      { shape: 'bytes' },
    ],
    [
      'TLS_TX_ZEROCOPY_RO',
      'Linux',
      'sendfile() to a network card that encrypts makes no copy, so the file must not change meanwhile.',
      { shape: 'flag' },
    ],
    [
      'TLS_RX_EXPECT_NO_PAD',
      'Linux',
      'The peer of TLS 1.3 is not expected to pad its records, which makes them cheaper to decrypt.',
      { shape: 'flag' },
    ],
    ['TLS_1_2_VERSION', 'Linux', 'Version of TLS in the structure: 1.2.'],
    ['TLS_1_3_VERSION', 'Linux', 'Version of TLS in the structure: 1.3.'],
    ['TLS_CIPHER_AES_GCM_128', 'Linux', 'Cipher in the structure: AES-128 in Galois counter mode.'],
    ['TLS_CIPHER_AES_GCM_256', 'Linux', 'Cipher in the structure: AES-256 in Galois counter mode.'],
    ['TLS_CIPHER_AES_CCM_128', 'Linux', 'Cipher in the structure: AES-128 in counter mode with CBC-MAC.'],
    ['TLS_CIPHER_CHACHA20_POLY1305', 'Linux', 'Cipher in the structure: ChaCha20 with Poly1305.'],
  ],
};
