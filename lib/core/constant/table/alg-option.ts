import type { Group } from '../row';

export const algOption: Group = {
  group: 'alg-option',
  title: 'Options of AF_ALG sockets (level SOL_ALG), which are set between bind() and accept()',
  type: 'number',
  level: 'SOL_ALG',
  rows: [
    ['ALG_SET_KEY', 'Linux', 'The key of a cipher or of a keyed hash.', { shape: 'bytes', access: 'write' }],
    [
      'ALG_SET_AEAD_AUTHSIZE',
      'Linux',
      'How many bytes the tag of an authenticated cipher has; C gives it as the length of a value that is not looked at.',
      { shape: 'lengthAlone', access: 'write' },
    ],
    [
      'ALG_SET_DRBG_ENTROPY',
      'Linux',
      'Seeds a random number generator under test; needs CAP_SYS_ADMIN.',
      { shape: 'bytes', access: 'write' },
    ],
    [
      'ALG_SET_KEY_BY_KEY_SERIAL',
      'Linux',
      "The key, by its number in the kernel's keyring.",
      { shape: 'int', access: 'write' },
    ],
  ],
};
