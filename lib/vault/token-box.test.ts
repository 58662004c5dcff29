import { expect, it } from 'vitest'
import { z } from 'zod'
import { newToken } from './token'
import { openWithToken, sealToToken } from './token-box'

const schema = z.object({ name: z.string() })

it('opens with its token and no other', () => {
  const token = newToken()
  const sealed = sealToToken(token, { name: '김지수' })
  expect(openWithToken(token, sealed, schema)).toEqual({ name: '김지수' })
  expect(openWithToken(newToken(), sealed, schema)).toBeNull()
})

it('shows nothing of what it holds, and nothing twice alike', () => {
  const token = newToken()
  const [one, two] = [sealToToken(token, { name: 'Maria' }), sealToToken(token, { name: 'Maria' })]
  expect(one.toString('latin1')).not.toContain('Maria')
  expect(one.equals(two)).toBe(false)
})

it('refuses altered and cut bytes and another shape', () => {
  const token = newToken()
  const sealed = sealToToken(token, { name: 'Maria' })
  for (const at of [0, 12, sealed.length - 1]) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(openWithToken(token, altered, schema)).toBeNull()
  }
  expect(openWithToken(token, sealed.subarray(0, 20), schema)).toBeNull()
  expect(openWithToken(token, sealToToken(token, { other: 1 }), schema)).toBeNull()
})
