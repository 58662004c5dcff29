import { expect, test } from 'vitest'
import { cleanWords, noWords } from './petition-words'

test('texts lose invisible characters, and keep those that belong to a script', () => {
  const typed = {
    ...noWords,
    title: '\ufeff\u202b عنوان\u2067a\u2069\u0001 \u202c',
    asks: '\u202aOne\u202c\r\n\u200b\r\n ශ්\u200dරී ',
    body: '\u0001 a\u202eb\u202c\u0007\r\n\tc \u2067علی\u200cرضا\u2069 d\r\n',
  }
  const clean = cleanWords(typed)
  expect(clean).toMatchObject({ title: 'عنوانa', asks: 'One\nශ්\u200dරී', body: 'ab\n\tc \u2067علی\u200cرضا\u2069 d' })
  expect(cleanWords(clean)).toEqual(clean)
})
