import { expect, test } from 'vitest'
import { pictureWords } from './picture-words'

test.each([
  ['en', 'Act now.', '\u2068Act now.\u2069 (7 people have signed)'],
  ['ja', '行動を', '\u2068行動を\u2069（7人が署名しました）'],
  ['zh', '行动', '\u2068行动\u2069（已有7人签名）'],
  ['ar', 'Act now', '\u2068Act now\u2069 (وقّع 7 أشخاص)'],
] as const)('in %s a title and its number stand in the signs of the language', (locale, title, words) => {
  expect(pictureWords(title, { count: 7 }, locale)).toBe(words)
  expect(pictureWords(title, { count: 0 }, locale)).toBe(title)
})
