import { foreignText } from '@/components/site/foreign-text'
import type { LetterView } from '@/lib/coalition/letter-view'
import { type Locale, translator } from '@/messages/translator'
import { PartialDateText } from './partial-date'

/** A letter's title, addressee and date. */
export function LetterHead({ letter, locale }: { letter: LetterView; locale: Locale }) {
  const t = translator(locale, 'letters')
  const { text, dated, status } = letter
  const foreign = foreignText(text.locale, locale)
  return (
    <header className="pt-8 lg:pt-14">
      {status === 'open' && <p className="font-semibold text-accent">{t('open')}</p>}
      <h1 {...foreign}>{text.title}</h1>
      <p className="mt-4 max-w-[60ch] font-serif text-lead" {...foreign}>
        {text.summary}
      </p>
      <dl className="mt-5 flex flex-wrap gap-x-10 gap-y-2">
        <div>
          <dt className="text-small text-muted">{t('to')}</dt>
          <dd {...foreign}>{text.addressee}</dd>
        </div>
        <div>
          <dt className="text-small text-muted">{t('dated')}</dt>
          <dd>
            <PartialDateText date={dated} locale={locale} />
          </dd>
        </div>
      </dl>
    </header>
  )
}
