import { expect, test } from 'vitest'
import { contactsIn } from './contacts-in'

const marked = (text: string) => contactsIn(text).flatMap((part) => (part.isContact ? [part.text] : []))

test.each([
  ['See https://cheap.example.com/pills?x=1 now', ['https://cheap.example.com/pills?x=1']],
  ['see buy-now.shop!', ['buy-now.shop!']],
  ['write to kim@mail.co.kr, please', ['kim@mail.co.kr']],
  ['My number: +82 10-1234-5678.', ['+82 10-1234-5678']],
  ['(02) 123 45 67', ['02) 123 45 67']],
  ['전화 ٠١٢٣٤٥٦٧٨', ['٠١٢٣٤٥٦٧٨']],
  ['사이트 한국.com 보세요', ['한국.com']],
])('%s', (text, found) => {
  expect(marked(text)).toEqual(found)
})

test.each([
  'They have waited since 1950...or longer',
  'In 2014 the UN asked.Then it must act',
  'No. 12, for all',
  '',
  'e.g. this',
])('nothing is marked in: %s', (text) => {
  expect(marked(text)).toEqual([])
})

test('the parts are the whole text, however long and odd it is', () => {
  for (const text of [
    'a.b.c',
    `${'1 '.repeat(5_000)}x`,
    `${'.'.repeat(10_000)}com`,
    '\ud800.com 1234567',
    ' www.un.org ',
  ])
    expect(
      contactsIn(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
})
