import type { ReactNode } from 'react'
import { siteLinks } from '@/lib/coalition/site-texts/site-links'
import { type Locale, translator } from '@/messages/translator'
import { Footer } from './footer'
import { Masthead } from './masthead'

/**
 * The frame around every public page.
 * @param path the page's path after the language, as `/petitions`; empty for the home page
 */
export async function PageFrame({ locale, path, children }: { locale: Locale; path: string; children: ReactNode }) {
  const links = await siteLinks(locale, new Date())
  const t = translator(locale, 'site')
  return (
    <>
      <a
        href="#content"
        className="sr-only bg-accent px-5 py-3 text-on-accent focus:not-sr-only focus:absolute focus:z-10 focus:text-on-accent"
      >
        {t('skip')}
      </a>
      <Masthead locale={locale} path={path} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-5 outline-none sm:px-8">
        {children}
      </main>
      <Footer links={links} locale={locale} />
    </>
  )
}
