import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { PetitionState } from './petition-state'

/** The addressee and the demand. */
export function Call({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const t = translator(locale, 'petition')
  const { text } = petition
  const foreign = foreignText(text.locale, locale)
  return (
    <>
      <PetitionState petition={petition} locale={locale} />
      <div {...foreign}>
        <h1>{text.title}</h1>
        <p className="mt-4 max-w-[38ch] font-serif text-lead leading-relaxed sm:mt-6 sm:text-2 sm:leading-normal">
          {text.call}
        </p>
      </div>
      <p className="mt-4 text-small text-muted">
        {t('addressedTo')}: <span {...foreign}>{text.addressee}</span>
      </p>
      <FallbackNote textLocale={petition.text.locale} locale={locale} />
    </>
  )
}
