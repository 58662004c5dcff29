import type { SiteLinks } from '@/lib/coalition/site-texts/site-links'
import { env } from '@/lib/env'
import { isMachineMade, type Locale, translator } from '@/messages/translator'
import { contactHref, OwnContact } from './own-contact'
import { sitePages } from './site-pages'

export function Footer({ links, locale }: { links: SiteLinks; locale: Locale }) {
  const t = translator(locale, 'site')
  return (
    <footer className="mx-auto mt-20 print:mt-6 w-full max-w-6xl px-5 sm:px-8">
      <div className="grid gap-x-12 gap-y-3 border-t border-rule py-8 text-small print:py-3 text-muted sm:grid-cols-2">
        <p>
          <strong className="block font-serif text-base font-semibold text-ink">{t('coalition')}</strong>
          {t('footer.who')}
        </p>
        <div className="sm:justify-self-end">
          <nav aria-label={translator(locale, 'coalition.nav')('more')} className="print:hidden">
            <Links menu="more" locale={locale} />
            <OwnLinks links={links} locale={locale} />
          </nav>
          <p className="max-w-[52ch]">{t('footer.privacy')}</p>
          <Links menu="privacy" locale={locale} />
          {isMachineMade(locale) && <TranslationNote links={links} locale={locale} />}
        </div>
      </div>
    </footer>
  )
}

/** Where to reach the coalition and to give to it; nothing until staff have set it. */
function OwnLinks({ links: { contact, donate }, locale }: { links: SiteLinks; locale: Locale }) {
  const t = translator(locale, 'site.footer')
  const shown = [
    { href: contactHref(contact ?? ''), words: t('contact') },
    { href: contactHref(donate ?? ''), words: t('donate') },
  ].filter(({ href }) => href !== null)
  if (shown.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-5">
      {shown.map(({ href, words }) => (
        <li key={words}>
          <a href={href ?? undefined} rel="noopener noreferrer" className="flex min-h-11 items-center">
            {words}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The words were made by a machine, and where a better one can be sent. */
function TranslationNote({ links, locale }: { links: SiteLinks; locale: Locale }) {
  const t = translator(locale, 'site.footer')
  const contact = env().CORRECTIONS_CONTACT ?? links.privacy
  return (
    <p className="mt-2 max-w-[52ch] print:hidden">
      {t('machineMade')} {contact && t.rich('corrections', { contact, link: () => <OwnContact text={contact} /> })}
    </p>
  )
}

function Links({ menu, locale }: { menu: 'more' | 'privacy'; locale: Locale }) {
  return (
    <ul className="flex flex-wrap gap-x-5 print:hidden">
      {sitePages
        .filter((page) => page.menu === menu)
        .map(({ path, name }) => (
          <li key={path}>
            <a href={`/${locale}${path}`} className="flex min-h-11 items-center">
              {name(locale)}
            </a>
          </li>
        ))}
    </ul>
  )
}
