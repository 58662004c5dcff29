import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it } from 'vitest'
import type { SiteLinks } from '@/lib/coalition/site-texts/site-links'
import { env } from '@/lib/env'
import { files, isLocale, type Locale, translator } from '@/messages/translator'
import { Footer } from './footer'

const { CORRECTIONS_CONTACT } = env()
afterEach(() => Object.assign(env(), { CORRECTIONS_CONTACT }))

const translated = Object.keys(files)
  .filter(isLocale)
  .filter((locale) => locale !== 'en')
const note = (locale: Locale) => translator(locale, 'site.footer')('machineMade')
const unset = { contact: null, donate: null, privacy: null }
const footer = (locale: Locale, links: SiteLinks = unset) =>
  renderToStaticMarkup(<Footer links={links} locale={locale} />)

it.each(translated)(
  '%s: says that a machine translated it, in its own words, and where to send a correction',
  (locale) => {
    Object.assign(env(), { CORRECTIONS_CONTACT: 'words@example.org' })
    expect(footer(locale)).toContain(note(locale))
    expect(note(locale)).not.toBe(note('en'))
    expect(footer(locale)).toContain('href="mailto:words@example.org"')
  },
)

it('English was written for this site, and does not say so', () => {
  expect(footer('en')).not.toContain(note('en'))
})

it('corrections go where the coalition is reached, to a page, or as it words it', () => {
  Object.assign(env(), { CORRECTIONS_CONTACT: undefined })
  expect(footer('ko', { ...unset, privacy: 'privacy@example.org' })).toContain('href="mailto:privacy@example.org"')
  Object.assign(env(), { CORRECTIONS_CONTACT: 'https://example.org/words' })
  expect(footer('ko')).toContain('<a href="https://example.org/words" rel="noopener noreferrer">')
  Object.assign(env(), { CORRECTIONS_CONTACT: 'PO Box 1 @ Tokyo' })
  expect(footer('ko')).toContain('<bdi>PO Box 1 @ Tokyo</bdi>')
  expect(footer('ko')).not.toContain('PO Box 1 @ Tokyo"')
})

it('there is a way to write to the coalition and to give to it once staff have set it, and none before', () => {
  const t = translator('en', 'site.footer')
  for (const words of [t('contact'), t('donate')]) expect(footer('en')).not.toContain(`>${words}<`)
  const set = footer('en', { ...unset, contact: 'desk@example.org', donate: 'https://example.org/give' })
  expect(set).toMatch(
    new RegExp(`<a href="mailto:desk@example.org" rel="noopener noreferrer"[^>]*>${t('contact')}</a>`),
  )
  expect(set).toMatch(
    new RegExp(`<a href="https://example.org/give" rel="noopener noreferrer"[^>]*>${t('donate')}</a>`),
  )
})

it('without an address there is the note alone', () => {
  Object.assign(env(), { CORRECTIONS_CONTACT: undefined })
  expect(footer('ko')).toContain(note('ko'))
  expect(footer('ko')).not.toContain('고칠 곳')
})
