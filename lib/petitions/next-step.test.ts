import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextStep } from './next-step'

test.each([
  [1_000, 0, null],
  [1_000, 999, null],
  [1_000, 1_000, 2_000],
  [1_000, 1_999, 2_000],
  [1_000, 2_000, 5_000],
  [1_000, 9_999, 10_000],
  [1_000, 10_000, 20_000],
  [1, 1, 2],
  [0, 5, null],
])('of a goal of %i, with %i signatures: %s', (goal, count, step) => {
  expect(nextStep(goal, count)).toBe(step)
})

test('is always ahead of the count, and no further than its two and a half times', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (count) => {
      const step = nextStep(1, count) ?? 0
      expect(step).toBeGreaterThan(count)
      expect(step).toBeLessThanOrEqual(count * 2.5)
    }),
  )
})
