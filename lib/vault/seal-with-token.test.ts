import { createDecipheriv, createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { openWithToken, sealWithToken } from './seal-with-token'
import { newToken } from './token'

it('opens with its own token only', () => {
  const token = newToken()
  const sealed = sealWithToken(token, { name: '김지수' })
  expect(openWithToken(token, sealed)).toEqual({ name: '김지수' })
  expect(() => openWithToken(newToken(), sealed)).toThrow()
})

it('reveals nothing of its content, and is different each time', () => {
  const token = newToken()
  const [one, two] = [sealWithToken(token, { name: 'Maria' }), sealWithToken(token, { name: 'Maria' })]
  expect(one.toString('latin1')).not.toContain('Maria')
  expect(one.equals(two)).toBe(false)
})

it('refuses altered and cut bytes', () => {
  const token = newToken()
  const sealed = sealWithToken(token, { name: 'Maria' })
  for (const at of [0, 12, sealed.length - 1]) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(() => openWithToken(token, altered)).toThrow()
  }
  expect(() => openWithToken(token, sealed.subarray(0, 20))).toThrow()
})

it('derives its key by the expand step of RFC 5869', () => {
  const token = newToken()
  const sealed = sealWithToken(token, { name: 'Maria' })
  const key = createHmac('sha256', Buffer.from(token, 'base64url')).update('icnk.org/for-token-holder/v1\x01').digest()
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAuthTag(sealed.subarray(-16))
  const text = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString()
  expect(JSON.parse(text)).toEqual({ name: 'Maria' })
})

it('is as long for a short name as for a long one', () => {
  const token = newToken()
  expect(sealWithToken(token, { name: '李' })).toHaveLength(sealWithToken(token, { name: '남궁'.repeat(20) }).length)
})
