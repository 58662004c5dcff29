import type { ReactNode } from 'react'
import { direction, type Locale, locales } from '@/messages/translator'

/** The same in every language, one below the other: for pages that cannot know their reader's. */
export function AllLanguages({ children }: { children: (locale: Locale) => ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-6xl grow space-y-12 px-5 py-8 sm:px-8">
      {locales.map((locale) => (
        <div key={locale} lang={locale} dir={direction(locale)}>
          {children(locale)}
        </div>
      ))}
    </main>
  )
}
