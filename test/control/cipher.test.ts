import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import {
  AF_ALG,
  ALG_OP_DECRYPT,
  ALG_OP_ENCRYPT,
  type Address,
  type Fd,
  SOCK_SEQPACKET,
  SOL_ALG,
  bind,
  read,
  setsockopt,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import { needs, send } from './exchange';

const ALG_SET_KEY = 1;
const ALG_SET_AEAD_AUTHSIZE = 5;
const TAG = 16;
const key = Buffer.from('sixteen bytes...');
const iv = Buffer.from('another sixteen.');
const text = Buffer.from('exactly two blocks of the cipher');

/** `struct sockaddr_alg` after its family: a type of 14 bytes, two words of flags, and a name. */
function algorithm(type: string, name: string): Address {
  const data = Buffer.alloc(14 + 4 + 4 + 64);
  data.write(type, 0);
  data.write(name, 22);
  return { family: AF_ALG, data };
}

/** Opens a cipher with its key, and a socket for one operation with it. */
function withOperation(
  context: Mocha.Context,
  [type, name]: readonly [string, string],
  use: (operation: Fd) => void,
): void {
  const cipher = needs(context, 'this kernel has no AF_ALG', ['EAFNOSUPPORT'], () => socket(AF_ALG, SOCK_SEQPACKET));
  const open: number[] = [cipher];
  try {
    needs(context, `this kernel has no ${name}`, ['ENOENT'], () => bind(cipher, algorithm(type, name) as never));
    setsockopt(cipher, SOL_ALG, ALG_SET_KEY, key);
    // The size of the tag is the length of a value that is not looked at.
    if (type === 'aead') setsockopt(cipher, SOL_ALG, ALG_SET_AEAD_AUTHSIZE, new Uint8Array(TAG));
    // Such a socket has no address to be asked for.
    const operation = raw.accept(cipher);
    assert.ok(operation > 0, raw.errnoName(operation));
    open.push(operation);
    use(operation as Fd);
  } finally {
    open.forEach((fd) => raw.close(fd));
  }
}

/** What comes out; with room for more than there is, a cipher would wait for more to go in. */
function got(operation: Fd, size: number): Buffer {
  const buffer = Buffer.alloc(size);
  return buffer.subarray(0, read(operation, buffer));
}

describe('control messages of AF_ALG', () => {
  it('ALG_SET_OP and ALG_SET_IV: the kernel encrypts as OpenSSL does, and decrypts', function () {
    withOperation(this, ['skcipher', 'cbc(aes)'], (operation) => {
      const cipher = createCipheriv('aes-128-cbc', key, iv).setAutoPadding(false);
      const secret = Buffer.concat([cipher.update(text), cipher.final()]);
      send(operation, text, { name: 'ALG_SET_OP', op: ALG_OP_ENCRYPT }, { name: 'ALG_SET_IV', iv });
      assert.deepEqual(got(operation, secret.length), secret);
      send(operation, secret, { name: 'ALG_SET_OP', op: ALG_OP_DECRYPT }, { name: 'ALG_SET_IV', iv });
      assert.deepEqual(got(operation, text.length), text);
      assert.throws(() => send(operation, text, { name: 'ALG_SET_OP', op: 7 }), { code: 'EINVAL' });
    });
  });

  it('ALG_SET_AEAD_ASSOCLEN: how many bytes are authenticated and stay as they are', function () {
    withOperation(this, ['aead', 'gcm(aes)'], (operation) => {
      const nonce = iv.subarray(0, 12);
      const open = Buffer.from('header');
      const cipher = createCipheriv('aes-128-gcm', key, nonce).setAAD(open);
      const secret = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
      send(
        operation,
        Buffer.concat([open, text]),
        { name: 'ALG_SET_OP', op: ALG_OP_ENCRYPT },
        { name: 'ALG_SET_IV', iv: nonce },
        { name: 'ALG_SET_AEAD_ASSOCLEN', length: open.length },
      );
      const size = open.length + text.length + TAG;
      assert.deepEqual(got(operation, size), Buffer.concat([open, secret]));
    });
  });
});
