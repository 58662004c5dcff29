import { foreignText } from '@/components/site/foreign-text'
import type { LetterView } from '@/lib/coalition/letter-view'
import { type Locale, translator } from '@/messages/translator'
import { PartialDateText } from './partial-date'

/** All letters with addressee, date and number of co-signers. */
export function LetterList({ letters, locale }: { letters: (LetterView & { signers: number })[]; locale: Locale }) {
  const t = translator(locale, 'letters')
  return (
    <>
      <h1 className="mt-8 lg:mt-14">{t('title')}</h1>
      <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
      {letters.length === 0 && <p className="mt-10">{t('empty')}</p>}
      <ul className="mt-10">
        {letters.map((letter) => (
          <Entry key={letter.slug} letter={letter} locale={locale} />
        ))}
      </ul>
      <p className="mt-6 border-t border-rule pt-4">
        <a href={`/${locale}/documents`} className="inline-flex min-h-11 items-center">
          {translator(locale, 'documents')('title')}
        </a>
      </p>
    </>
  )
}

function Entry({ letter, locale }: { letter: LetterView & { signers: number }; locale: Locale }) {
  const t = translator(locale, 'letters')
  const { slug, text, dated, status, signers } = letter
  const foreign = foreignText(text.locale, locale)
  return (
    <li className="grid gap-x-16 gap-y-3 border-t border-rule py-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <p className="text-small text-muted">
        {status === 'open' && <strong className="block text-base text-ink">{t('open')}</strong>}
        <PartialDateText date={dated} locale={locale} />
      </p>
      <div className="max-w-[62ch]">
        <h2 {...foreign}>
          <a href={`/${locale}/letters/${slug}`} className="text-ink no-underline hover:underline">
            {text.title}
          </a>
        </h2>
        <p className="mt-2 font-serif" {...foreign}>
          {text.summary}
        </p>
        <p className="mt-2 text-small text-muted">{t('signers', { count: signers })}</p>
      </div>
    </li>
  )
}
