import { expect, test } from 'vitest'
import { countryPoints, mapSize } from '@/components/petitions/country-points'
import { countryCodes } from '@/lib/input/country-codes'
import { locales } from '@/messages/translator'
import { countriesByName, countryName } from './country-names'

test.each(locales)('%s has 250 different names, in order', (locale) => {
  const names = countriesByName(locale).map(({ name }) => name)
  expect(new Set(names).size).toBe(250)
  expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare))
  expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([])
})

test('names that take no side', () => {
  expect(['TW', 'KR', 'KP', 'HK', 'PS', 'XK'].map((code) => countryName(code, 'en'))).toEqual([
    'Taiwan',
    'South Korea',
    'North Korea',
    'Hong Kong',
    'Palestine',
    'Kosovo',
  ])
  expect(countryName('KP', 'ko')).toBe('북한')
})

test('every country has a point on the map', () => {
  for (const code of countryCodes) {
    const [x = -1, y = -1] = countryPoints[code] ?? []
    expect([code, x > 0 && x < mapSize.width && y > 0 && y < mapSize.height]).toEqual([code, true])
  }
})
