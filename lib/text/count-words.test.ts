import { expect, test } from 'vitest'
import { countWords } from './count-words'

test.each([
  ['en', '', 0],
  ['en', 'Open the camps, now! 12 of them.', 7],
  ['ko', '수용소를 열라', 2],
  ['ja', '家族に手紙を', 4],
  ['ar', 'افتحوا المعسكرات', 2],
])('%s: %s', (locale, text, words) => {
  expect(countWords(text, locale)).toBe(words)
})
