import { Call } from '@/components/petitions/call'
import { Count } from '@/components/petitions/count'
import { NoLongerOpen } from '@/components/petitions/no-longer-open'
import { petitionAddress } from '@/components/petitions/petition-address'
import { SignForm } from '@/components/petitions/sign-form'
import { Mark } from '@/components/site/mark'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import type { Look } from './look'

interface Props {
  petition: PetitionView
  locale: Locale
  /** The code of the member on whose site it stands. */
  via: string | null
  look: Look
}

/** A petition in a frame on another site: the demand, the count and the form, and where all the rest is. */
export function EmbeddedPetition({ petition, locale, via, look }: Props) {
  const isOpen = petition.status === 'open'
  const address = petitionAddress(petition.slug, locale, via)
  return (
    <div className="frame px-4 py-5 sm:px-6" data-theme={look.theme} data-accent={look.accent}>
      <main className="mx-auto max-w-[38rem]">
        <Call petition={petition} locale={locale} />
        {(isOpen || petition.count > 0) && (
          <div className="mt-4">
            <Count petition={petition} locale={locale} />
          </div>
        )}
        <section aria-labelledby="sign-title" className="mt-5 border-t-2 border-accent bg-panel px-4 py-4 sm:px-6">
          {isOpen ? (
            <>
              <h2 id="sign-title" className="mb-3 text-3">
                {translator(locale, 'form')('title')}
              </h2>
              {petition.closesOn && (
                <p className="mb-3 leading-snug font-semibold">
                  {translator(locale, 'petition')('until', { date: longDate(petition.closesOn, locale) })}
                </p>
              )}
              <SignForm petition={petition} locale={locale} draft={{ values: via ? { via } : {}, errors: {} }} />
            </>
          ) : (
            <NoLongerOpen id="sign-title" petition={petition} locale={locale} />
          )}
        </section>
        <p className="mt-4 flex items-center gap-3 text-small">
          <Mark />
          <a href={address} className="min-w-0">
            {translator(locale, 'embed')('whole', { site: new URL(address).host })}
          </a>
        </p>
      </main>
    </div>
  )
}
