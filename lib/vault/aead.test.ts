import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decrypt, encrypt, tryOpen } from './aead'

const key = randomBytes(32)
const context = Buffer.from('for Maria')

test('opens with the same key and context only', () => {
  const sealed = encrypt(key, '김지수 ☂', context)
  expect(decrypt(key, sealed, context).toString()).toBe('김지수 ☂')
  expect(() => decrypt(randomBytes(32), sealed, context)).toThrow()
  expect(() => decrypt(key, sealed, Buffer.from('for Kim'))).toThrow()
  expect(() => decrypt(key, sealed)).toThrow()
})

test('detects every altered byte and every cut, even of an empty text', () => {
  for (const sealed of [encrypt(key, 'text'), encrypt(key, '')]) {
    for (let i = 0; i < sealed.length; i++) {
      const altered = Buffer.from(sealed)
      altered[i] = (altered[i] ?? 0) ^ 1
      expect(() => decrypt(key, altered), `byte ${i}`).toThrow()
      expect(() => decrypt(key, sealed.subarray(0, i)), `cut at ${i}`).toThrow()
    }
  }
})

test('frames as nonce, ciphertext and tag', () => {
  const nonce = Buffer.alloc(12, 7)
  const sealed = encrypt(key, 'text', undefined, nonce)
  expect(sealed.length).toBe(12 + 4 + 16)
  expect(sealed.subarray(0, 12)).toEqual(nonce)
  expect(encrypt(key, 'text').equals(encrypt(key, 'text'))).toBe(false)
})

test('tryOpen gives null if opening throws', () => {
  const sealed = encrypt(key, 'text')
  expect(tryOpen(() => decrypt(key, sealed).toString())).toBe('text')
  expect(tryOpen(() => decrypt(randomBytes(32), sealed).toString())).toBeNull()
})
