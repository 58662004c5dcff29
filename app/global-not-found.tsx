import type { Metadata } from 'next'
import { AllLanguages } from '@/components/site/all-languages'
import { Missing } from '@/components/site/missing'
import { sourceLocale, translator } from '@/messages/translator'
import './globals.css'

export const metadata: Metadata = {
  title: translator(sourceLocale, 'missing')('title'),
  robots: { index: false },
}

/** For addresses that belong to no part of the site, not even to a language. */
export default function GlobalNotFound() {
  return (
    <html lang={sourceLocale}>
      <body>
        <AllLanguages>{(locale) => <Missing locale={locale} />}</AllLanguages>
      </body>
    </html>
  )
}
