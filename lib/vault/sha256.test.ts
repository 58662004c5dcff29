import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hmacSha256 } from './sha256'

// RFC 4231, test cases 1 and 2.
test.each([
  ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    Buffer.from('Jefe').toString('hex'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
])('HMAC-SHA256 of the published vectors', (key, text, expected) => {
  expect(hmacSha256(Buffer.from(key, 'hex'), text).toString('hex')).toBe(expected)
})

test('HMAC-SHA256 as OpenSSL makes it, for every length about a block and every kind of letter', () => {
  for (let length = 0; length < 140; length++) {
    const key = randomBytes(length % 65)
    const text = 'aé한😀\0'.repeat(length).slice(0, length)
    expect(hmacSha256(key, text)).toEqual(createHmac('sha256', key).update(text, 'utf8').digest())
  }
})

test('a longer key, which would have to be hashed first, is refused', () => {
  expect(() => hmacSha256(randomBytes(65), '')).toThrow('at most 64')
})
