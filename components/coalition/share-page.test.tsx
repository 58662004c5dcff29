import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { files, isLocale, translator } from '@/messages/translator'
import { SharePage } from './share-page'
import { ShareSheet } from './share-sheet'

const locales = Object.keys(files).filter(isLocale)
const address = 'https://example.org/en/statement'
const text = { locale: 'en', title: 'A register of the missing', call: 'We ask for a register.' }
const petition = { slug: 'a-register', text } as PetitionView

it.each(locales)('%s: with nothing open, nobody is asked to sign', (locale) => {
  const t = translator(locale, 'share')
  const asked = t('sign', { title: '' }).replace(/^[.。\s]+/, '')
  const page = decodeURIComponent(renderToStaticMarkup(<SharePage address={address} locale={locale} />))
  expect(page).toContain(t('read'))
  expect(page).not.toContain(asked)
  expect(page).not.toContain(t('sheet.lead'))
  const sheet = renderToStaticMarkup(<ShareSheet address={address} locale={locale} />)
  expect(sheet).not.toContain(t('sheet.confirm'))
})

it.each(locales)('%s: what is shared names the petition that is open', (locale) => {
  const t = translator(locale, 'share')
  const page = renderToStaticMarkup(<SharePage petition={petition} address={address} locale={locale} />)
  expect(decodeURIComponent(page)).toContain(t('sign', { title: 'A register of the missing' }))
  expect(page).toContain('/share/sheet')
})
