import { expect, it } from 'vitest'
import { dateInWords, datesInWords, isoDate, lastMoment, parsePartialDate } from './partial-date'

it.each(['2015', '2011-12', '2011-09-08'])('%s is parsed and formatted with its own precision', (text) => {
  expect(isoDate(parsePartialDate(text))).toBe(text)
})

it('shows no more than is known', () => {
  expect(dateInWords(parsePartialDate('2015'), 'en')).toBe('2015')
  expect(dateInWords(parsePartialDate('2011-12'), 'en')).toBe('December 2011')
  expect(dateInWords(parsePartialDate('2011-09-08'), 'ko')).toBe('2011년 9월 8일')
})

it('shows a range', () => {
  expect(datesInWords(parsePartialDate('2011-09-07'), new Date('2011-09-08'), 'en')).toMatch(
    /^7\s*–\s*8 September 2011$/,
  )
})

it.each([
  ['2015', '2015-12-31T23:59:59.999Z'],
  ['2012-02', '2012-02-29T23:59:59.999Z'],
  ['2011-12-31', '2011-12-31T23:59:59.999Z'],
])('%s may last until %s', (text, last) => {
  expect(lastMoment(parsePartialDate(text)).toISOString()).toBe(last)
})

it.each(['', '20', '2011-13', '2011-09-08T00', 'soon'])('refuses %j', (text) => {
  expect(() => parsePartialDate(text)).toThrow()
})
