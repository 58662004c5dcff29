import { expect, test } from 'vitest'
import { languageName, languagesByName } from './language-name'

test('languages are offered by their names, each once, in the order of the reader’s language', () => {
  const english = languagesByName('en')
  const names = english.map(([, name]) => name)
  expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare))
  expect(new Set(names).size).toBe(names.length)
  expect(Object.fromEntries(english)).toMatchObject({ ko: 'Korean', 'zh-Hant': 'Traditional Chinese', he: 'Hebrew' })
  expect(english.map(([code]) => code)).not.toContain('iw')
  expect(Object.fromEntries(languagesByName('ko')).ja).toBe('일본어')
  expect(languageName('xx')).toBe('xx')
})
