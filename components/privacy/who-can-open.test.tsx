import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it } from 'vitest'
import { env, readEnv } from '@/lib/env'
import { files, isLocale, translator } from '@/messages/translator'
import { AtRiskPage } from './at-risk-page'
import { PrivacyPage } from './privacy-page'

const { ROLE, SEAL_PRIVATE_KEY } = env()
const locales = Object.keys(files).filter(isLocale)

afterEach(() => {
  Object.assign(env(), { ROLE, SEAL_PRIVATE_KEY })
})

const atRisk = (locale: (typeof locales)[number]) => renderToStaticMarkup(<AtRiskPage locale={locale} />)
const privacy = (locale: (typeof locales)[number]) =>
  renderToStaticMarkup(<PrivacyPage locale={locale} contact={null} />)

it.each(locales)('%s: one process that holds the key says so', (locale) => {
  Object.assign(env(), { ROLE: 'all' })
  expect(atRisk(locale)).toContain(translator(locale, 'atRisk')('hold.sealed'))
  expect(atRisk(locale)).not.toContain(translator(locale, 'atRisk')('hold.sealedApart'))
  expect(privacy(locale)).toContain(translator(locale, 'privacy.kept')('entered.who'))
  expect(privacy(locale)).not.toContain(translator(locale, 'privacy.kept')('entered.whoApart'))
})

it.each(locales)('%s: a web process without it says that, and what remains', (locale) => {
  Object.assign(env(), { ROLE: 'web', SEAL_PRIVATE_KEY: undefined })
  expect(atRisk(locale)).toContain(translator(locale, 'atRisk')('hold.sealedApart'))
  expect(atRisk(locale)).not.toContain(translator(locale, 'atRisk')('hold.sealed'))
  expect(privacy(locale)).toContain(translator(locale, 'privacy.kept')('entered.whoApart'))
})

it('a web process that was given the key all the same does not claim the contrary', () => {
  Object.assign(env(), { ROLE: 'web' })
  expect(atRisk('en')).toContain('the web server itself holds the key')
})

it('where the internet reaches it, a web process with a private key does not start', () => {
  const web = { ...process.env, SITE_URL: 'https://petition.example.org', ROLE: 'web' }
  const named = /SEAL_PRIVATE_KEY: must not be here: ROLE=web never gets it\n.*LEDGER_KEY: must not be here/
  expect(() => readEnv(web)).toThrow(named)
  expect(() =>
    readEnv({ ...web, SEAL_PRIVATE_KEY: undefined, LEDGER_KEY: undefined, NEXTAUTH_SECRET: undefined }),
  ).not.toThrow()
  expect(() => readEnv({ ...web, ROLE: 'all' })).not.toThrow()
})
