import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedNumber } from '@/lib/petitions/published-number'
import { nextBasis, nextNumber } from './next-basis'

/** Weeks of arrivals and departures, with each week's secret. */
const weeks = fc.array(fc.tuple(fc.integer({ min: -30, max: 40 }), fc.integer({ min: 0, max: 9 })), { maxLength: 60 })

it('differences between weekly tables reveal groups of ten at least', () => {
  fc.assert(
    fc.property(weeks, (weeks) => {
      let [all, then] = [0, 0]
      let published = { basis: 0, shown: 0 }
      for (const [move, extra] of weeks) {
        all = Math.max(0, all + move)
        const before = published
        published = nextNumber(before, { all, sure: all }, extra)
        const { shown, basis } = published
        expect(shown === 0 ? basis < 10 : shown >= 10 && shown % 5 === 0 && shown <= basis).toBe(true)
        if (published === before) continue
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
  expect(publishedNumber(nextBasis(9, { all: 19, sure: 19 }, 0), 0)).toBe(15)
})

it('draws what an earlier release did not, and nothing again while nobody comes', () => {
  const drawn = nextNumber({ basis: 60, shown: 0 }, { all: 62, sure: 62 }, 0)
  expect(drawn.basis).toBe(60)
  expect(drawn.shown).toBeGreaterThanOrEqual(50)
  expect(nextNumber(drawn, { all: 62, sure: 62 }, 0)).toBe(drawn)
  expect(nextNumber({ basis: 9, shown: 0 }, { all: 12, sure: 12 }, 0)).toEqual({ basis: 9, shown: 0 })
})

describe('whoever brings nineteen mailboxes of their own', () => {
  const draws = Array.from({ length: 10 }, (_, less) => less)
  const shownFor = (people: number) => draws.map((less) => publishedNumber(people, less)).toSorted((a, b) => a - b)

  it('sees one more person in one of ten draws at most', () => {
    for (let people = 10; people < 400; people++) {
      const [fewer, more] = [shownFor(people), shownFor(people + 1)]
      const unmatched = [...more]
      for (const shown of fewer) if (unmatched.includes(shown)) unmatched.splice(unmatched.indexOf(shown), 1)
      expect(unmatched.length).toBeLessThanOrEqual(1)
      expect(fewer.every((shown) => shown <= people && shown > people - 14)).toBe(true)
    }
  })

  it('cannot tell from a number how many others there are: each is shown for ten different ones', () => {
    for (const shown of [15, 20, 25, 60, 100]) {
      const possible = Array.from({ length: 200 }, (_, n) => n).filter((n) => shownFor(n).includes(shown))
      expect(possible.length).toBeGreaterThanOrEqual(10)
    }
  })
})
