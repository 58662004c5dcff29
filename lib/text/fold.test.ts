import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from './fold'

it.each([
  ['Fédération Internationale', 'federation internationale'],
  ['YOUNG DEFECTORS’ ALLIANCE', "young defectors' alliance"],
  ['Ｆｒｅｅｄｏｍ　Ｈｏｕｓｅ', 'freedom house'],
  ['Łódź, Ørsted & Straße', 'lodz orsted strasse'],
  ['Đài Loan, ĐỨC', 'dai loan duc'],
  ['Œuvre Æsir Guðrún', 'oeuvre aesir gudrun'],
  ['  열린\u1106\u116e\u11ab  ', '열린문'],
  ['مُنَظَّمَة', 'منظمة'],
])('%j is found by %j', (text, typed) => {
  expect(fold(text)).toBe(fold(typed))
})

it('distinguishes different texts', () => {
  expect(fold('Han Voice')).not.toBe(fold('Hanvoice'))
  expect(fold('が')).not.toBe('')
})

it('is idempotent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})
