import { expect, it } from 'vitest'
import { secureRandom } from './secure-random'

it('gives no bytes twice, whatever is taken, and never what it has erased', () => {
  const given = Array.from({ length: 5_000 }, (_, i) => secureRandom(12 + (i % 21)))
  expect(new Set(given.map((bytes) => bytes.toString('hex'))).size).toBe(given.length)
  expect(given.map(({ length }) => length)).toEqual(given.map((_, i) => 12 + (i % 21)))
  expect(given.filter((bytes) => bytes.subarray(-8).every((byte) => byte === 0))).toEqual([])
})

it('leaves what it gave alone when it draws again', () => {
  const first = secureRandom(32)
  const copy = Buffer.from(first)
  for (let i = 0; i < 1_000; i++) secureRandom(32)
  expect(first).toEqual(copy)
})
