import { expect, it } from 'vitest'
import { dateInWords, isoDate, readLooseDate } from './loose-date'

it.each(['2015', '2011-12', '2011-09-08'])('%s is read and written as it is known', (text) => {
  expect(isoDate(readLooseDate(text))).toBe(text)
})

it('says no more than is known', () => {
  expect(dateInWords(readLooseDate('2015'), 'en')).toBe('2015')
  expect(dateInWords(readLooseDate('2011-12'), 'en')).toBe('December 2011')
  expect(dateInWords(readLooseDate('2011-09-08'), 'ko')).toBe('2011년 9월 8일')
})

it.each(['', '20', '2011-13', '2011-09-08T00', 'soon'])('refuses %j', (text) => {
  expect(() => readLooseDate(text)).toThrow()
})
