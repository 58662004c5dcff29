import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { files, isLocale, translator } from '@/messages/translator'
import { SharePage } from './share-page'
import { ShareSheet } from './share-sheet'

const locales = Object.keys(files).filter(isLocale)
const statement = { address: 'https://example.org/en/statement', path: '/share', others: [], picture: null }
const text = { locale: 'en', title: 'A register of the missing', call: 'We ask for a register.' }
const petition = { slug: 'a-register', status: 'open', text } as PetitionView

const words = {
  locale: 'en',
  version: 1,
  publishedAt: new Date('2026-11-28'),
  words: {
    sign: '{title}. Please sign:',
    read: 'What we ask of the United Nations.',
    closed: null,
    won: null,
    delivered: null,
  },
}

it.each(locales)('%s: with nothing open, nobody is asked to sign', (locale) => {
  const t = translator(locale, 'share')
  const page = decodeURIComponent(renderToStaticMarkup(<SharePage {...statement} words={words} locale={locale} />))
  expect(page).toContain('What we ask of the United Nations.')
  expect(page).not.toContain('Please sign')
  expect(page).not.toContain(t('sheet.lead'))
  const sheet = renderToStaticMarkup(<ShareSheet {...statement} locale={locale} />)
  expect(sheet).not.toContain(t('sheet.confirm'))
})

it.each(locales)('%s: what is shared names the petition that is open', (locale) => {
  const picture = { path: '/share/a-register/en-0123456789abcdef.png', count: 1234 }
  const shared = { ...statement, petition, picture, locale }
  const page = renderToStaticMarkup(<SharePage {...shared} words={words} />)
  expect(decodeURIComponent(page)).toContain('A register of the missing. Please sign:')
  expect(page).toContain('/share/sheet')
  expect(page).toMatch(
    /<img [^>]*src="\/share\/a-register\/en-0123456789abcdef.png"[^>]* alt="[^"]*A register of the missing[^"]+"/,
  )
  expect(page).toMatch(/<a href="\/share\/a-register\/en-0123456789abcdef.png" download/)
  expect(decodeURIComponent(renderToStaticMarkup(<SharePage {...shared} words={null} />))).toContain(
    'A register of the missing',
  )
})
