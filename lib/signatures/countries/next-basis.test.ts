import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedNumber } from '@/lib/petitions/published-number'
import { nextBasis } from './next-basis'

/** Weeks of arrivals and departures, with each week's secret. */
const weeks = fc.array(fc.tuple(fc.integer({ min: -30, max: 40 }), fc.integer({ min: 0, max: 9 })), { maxLength: 60 })

it('differences between weekly tables reveal groups of ten at least', () => {
  fc.assert(
    fc.property(weeks, (weeks) => {
      let [all, basis, then] = [0, 0, 0]
      for (const [move, extra] of weeks) {
        all = Math.max(0, all + move)
        const before = publishedNumber(basis)
        basis = nextBasis(basis, { all, sure: all }, extra)
        const shown = publishedNumber(basis)
        expect(shown === 0 || (shown >= 10 && shown % 5 === 0)).toBe(true)
        if (shown === before) continue
        expect(Math.abs(all - then)).toBeGreaterThanOrEqual(10)
        then = all
      }
    }),
  )
})

describe('nine fakes and one honest signer', () => {
  it('do not make a country appear unless the secret happens to be 0', () => {
    const shown = Array.from({ length: 10 }, (_, extra) => nextBasis(0, { all: 10, sure: 10 }, extra))
    expect(shown.filter((basis) => basis > 0)).toHaveLength(1)
  })

  it('never do if the fakes were flagged', () => {
    for (let extra = 0; extra < 10; extra++) expect(nextBasis(0, { all: 30, sure: 1 }, extra)).toBe(0)
  })
})

it('hides a country when few are left, and shows it again with ten more at least', () => {
  expect(nextBasis(20, { all: 14, sure: 14 }, 0)).toBe(20)
  expect(publishedNumber(nextBasis(20, { all: 9, sure: 9 }, 0))).toBe(0)
  expect(publishedNumber(nextBasis(9, { all: 18, sure: 18 }, 0))).toBe(0)
  expect(publishedNumber(nextBasis(9, { all: 19, sure: 19 }, 0))).toBe(15)
})
