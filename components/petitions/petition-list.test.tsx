import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { PetitionList } from './petition-list'

const text = { locale: 'en', title: 'Camps', call: 'Close them.', story: null }
const petition = { slug: 'camps', status: 'open', openedAt: new Date('2026-11-01'), text } as unknown as PetitionView
const list = (count: number) => renderToStaticMarkup(<PetitionList petitions={[{ ...petition, count }]} locale="en" />)

test('where a count stands in the list, the way to verify it stands beside it', () => {
  expect(list(12)).toContain('12 people have signed · <a href="/en/check">Verify the count</a>')
  expect(list(0)).not.toContain('/en/check')
})
