import { foreignText } from '@/components/site/foreign-text'
import { Markdown } from '@/components/ui/markdown'
import { NumberedList } from '@/components/ui/numbered-list'
import type { SignedPetition } from '@/lib/petitions/recent-petition'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'

/** The text that was signed, folded away; shown openly if the petition has another one by now. */
export function SignedText({ petition, locale }: { petition: SignedPetition; locale: Locale }) {
  const t = translator(locale, 'signature.text')
  const { title, call, addressee, asks, body, version, publishedAt, newest } = petition.text
  const foreign = foreignText(petition.text.locale, locale)
  return (
    <>
      {!newest && <p className="mt-8">{t('changed')}</p>}
      <details className={`${newest ? 'mt-10' : 'mt-4'} border-t border-rule`}>
        <summary className="flex min-h-11 items-center py-2">
          <span className="underline decoration-1 underline-offset-4">{t('open')}</span>
        </summary>
        <p className="text-small text-muted">{t('version', { version, date: longDate(publishedAt, locale) })}</p>
        <div className="space-y-4 pb-5 pt-3 font-serif" {...foreign}>
          <p className="text-2 leading-snug font-semibold">{title}</p>
          <p>{call}</p>
          <p>{addressee}</p>
          <NumberedList items={asks} locale={petition.text.locale} attributes={foreign} />
          <Markdown source={body} />
        </div>
      </details>
    </>
  )
}
