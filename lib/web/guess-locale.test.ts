import { expect, it } from 'vitest'
import { guessLocale, preferredLocale } from './guess-locale'

it.each([
  ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  ['en;q=0.5, ko', 'ko'],
  ['xx, ko;q=0', 'en'],
  ['zh-Hant-TW, en;q=0.5', 'zh'],
  ['ID', 'id'],
  ['pt', 'pt-BR'],
  ['pt-PT, en;q=0.5', 'pt-BR'],
  ['pt-br', 'pt-BR'],
  ['vi-VN, en;q=0.9', 'vi'],
  ['in-ID, en;q=0.5', 'id'],
  ['KO', 'ko'],
  ['*', 'en'],
  ['', 'en'],
  [',;;q=,'.repeat(500), 'en'],
])('Accept-Language %j gives %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})

it('answers in the language of the referring page', () => {
  expect(guessLocale('http://localhost:3000/ko/petitions/x', 'en')).toBe('ko')
  expect(guessLocale('http://localhost:3000/', 'ko')).toBe('ko')
})
