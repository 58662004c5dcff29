import { type Locale, translator } from '@/messages/translator'

interface SitePage {
  /** The address after the language. */
  path: string
  name: (locale: Locale) => string
  /** The menu that links to it. */
  menu?: 'main' | 'more' | 'privacy'
  /** Left out of the sitemap. */
  unlisted?: true
}

const nav =
  (word: 'statement' | 'members' | 'activities' | 'letters' | 'join' | 'government' | 'share') => (locale: Locale) =>
    translator(locale, 'coalition.nav')(word)

/** The public pages that depend on nothing but their language. The menus and the sitemap are made from this list. */
export const sitePages: SitePage[] = [
  { path: '', name: (locale) => translator(locale, 'site')('home') },
  { path: '/petitions', name: (locale) => translator(locale, 'site')('petitions'), menu: 'main' },
  { path: '/statement', name: nav('statement'), menu: 'main' },
  { path: '/members', name: nav('members'), menu: 'main' },
  { path: '/activities', name: nav('activities'), menu: 'main' },
  { path: '/letters', name: nav('letters'), menu: 'main' },
  { path: '/documents', name: (locale) => translator(locale, 'documents')('title') },
  { path: '/check', name: (locale) => translator(locale, 'check')('nav'), menu: 'more' },
  { path: '/press', name: (locale) => translator(locale, 'press')('nav'), menu: 'more' },
  { path: '/join', name: nav('join'), menu: 'more' },
  {
    path: '/for-members',
    name: (locale) => translator(locale, 'memberPage.request')('title'),
    menu: 'more',
    unlisted: true,
  },
  { path: '/write-to-your-government', name: nav('government'), menu: 'more' },
  { path: '/share', name: nav('share'), menu: 'more' },
  { path: '/embed', name: (locale) => translator(locale, 'embed')('title') },
  { path: '/developers', name: (locale) => translator(locale, 'developers')('title'), menu: 'more' },
  { path: '/privacy', name: (locale) => translator(locale, 'privacy')('title'), menu: 'privacy' },
  { path: '/signature', name: (locale) => translator(locale, 'own.request')('title'), menu: 'privacy', unlisted: true },
  { path: '/at-risk', name: (locale) => translator(locale, 'atRisk')('title') },
]
