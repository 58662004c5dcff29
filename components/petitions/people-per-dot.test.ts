import fc from 'fast-check'
import { expect, test } from 'vitest'
import { peoplePerDot } from './people-per-dot'

test.each([
  [0, 1],
  [1, 1],
  [800, 1],
  [801, 2],
  [100_000, 200],
  [1_234_567, 2_000],
])('%i people: %i a dot', (count, people) => {
  expect(peoplePerDot(count)).toBe(people)
})

test('there are never more than 800 dots, and never needlessly few', () => {
  fc.assert(
    fc.property(fc.nat(8_000_000_000), (count) => {
      const dots = Math.floor(count / peoplePerDot(count))
      expect(dots).toBeLessThanOrEqual(800)
      if (count >= 800) expect(dots).toBeGreaterThanOrEqual(320)
    }),
  )
})
