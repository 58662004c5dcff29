import { expect, test } from 'vitest'
import { pluralForms } from './plural-forms'
import { locales, translator } from './translator'

test('a message in each plural form of English', () => {
  const t = translator('en', 'petition.count')
  expect(pluralForms('en', (count) => t('people', { count }))).toEqual({
    one: 'person has signed',
    other: 'people have signed',
  })
})

test.each(locales)('%s: whatever the count, its form is there', (locale) => {
  const forms = pluralForms(locale, String)
  const rules = new Intl.PluralRules(locale)
  for (const count of [...Array(2000).keys(), 1_000_000]) expect(forms).toHaveProperty(rules.select(count))
})

test('one person has signed, two people have', () => {
  const t = translator('en', 'petition.count')
  expect([1, 2, 2345].map((count) => t('announce', { count }))).toEqual([
    '1 person has signed',
    '2 people have signed',
    '2,345 people have signed',
  ])
})
