import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CountryTable } from '@/lib/petitions/countries'
import { longDate } from '@/lib/text/formats'
import { locales } from '@/messages/translator'
import { Countries } from './countries'

const [monday, later] = [new Date('2026-11-30T00:00:00Z'), new Date('2026-12-07T00:00:00Z')]
const table = (more: Partial<CountryTable>): CountryTable => ({ rows: [], renewedOn: null, nextOn: monday, ...more })

test.each(locales)(
  '%s: before the first table the page says when it comes, not that no country has enough',
  (locale) => {
    const show = (more: Partial<CountryTable>) =>
      renderToStaticMarkup(<Countries table={table(more)} locale={locale} />).replaceAll(/<[^>]*>/g, ' ')
    const first = show({})
    expect(first).toContain(longDate(monday, locale))
    expect(first).not.toBe(show({ renewedOn: monday, nextOn: monday }))

    const few = show({ renewedOn: monday, nextOn: later })
    expect(few).toContain(longDate(later, locale))
    const named = show({ rows: [{ country: 'JP', count: 60 }], renewedOn: monday, nextOn: later })
    for (const day of [monday, later]) expect(named).toContain(longDate(day, locale))
  },
)
