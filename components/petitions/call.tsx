import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { PetitionState } from './petition-state'

/** The demand, and the state of a petition that is no longer open. */
export function Call({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const { text } = petition
  const foreign = foreignText(text.locale, locale)
  return (
    <>
      <PetitionState petition={petition} locale={locale} />
      <div {...foreign}>
        <h1>{text.title}</h1>
        <p className="mt-3 max-w-[38ch] font-serif text-base leading-snug sm:mt-6 sm:text-2 sm:leading-normal">
          {text.call}
        </p>
      </div>
      <FallbackNote textLocale={petition.text.locale} locale={locale} />
    </>
  )
}

/** The addressee of the demand. */
export function Addressee({ petition: { text }, locale }: { petition: PetitionView; locale: Locale }) {
  return (
    <p className="text-small text-muted">
      {translator(locale, 'petition')('addressedTo')}:{' '}
      <span {...foreignText(text.locale, locale)}>{text.addressee}</span>
    </p>
  )
}
