import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { DraftChecklist } from './draft-checklist'
import { PetitionNumbers } from './petition-numbers'

vi.mock('@/lib/web/admin/reader-language', () => ({ readerLanguage: () => 'en' }))

function found(published: string[], more: object = {}) {
  const languages = ['en', 'ko'].map((locale) => ({
    locale,
    published: published.includes(locale) ? { version: 1 } : null,
    unpublished: locale === 'ko',
  }))
  const petition = { id: 'p', status: 'draft', goal: 300, closesOn: null, ...more }
  return { petition, languages, net: 299 } as unknown as PetitionForAdmin
}

const lines = (draft: PetitionForAdmin) =>
  [...renderToStaticMarkup(createElement(DraftChecklist, { found: draft })).matchAll(/<li>(.*?)<\/li>/g)].map(
    ([, line]) =>
      line
        ?.replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
  )

test('a draft lists what it lacks before it can open', () => {
  expect(lines(found([]))).toEqual([
    'English text published Missing',
    '0 of 2 languages published Optional',
    'Saved, not published: Korean Optional',
    'Goal: 300 signatures Done',
    'No last day: open until someone closes it Optional',
    'Read it as the public will Optional',
  ])
  const ready = lines(found(['en', 'ko'], { closesOn: new Date('2027-01-31T00:00:00Z') }))
  expect(ready).toContain('English text published Done')
  expect(ready).toContain('Last day to sign: 2027-01-31 Done')
})

test('the share of the goal is never rounded up to all of it', () => {
  const numbers = { found: found(['en']), recent: { today: 0, week: 0 }, links: false }
  const html = renderToStaticMarkup(createElement(PetitionNumbers, numbers))
  expect(html).toContain('99% of the goal')
  expect(html).toContain('<meter min="0" max="300" value="299"')
})
