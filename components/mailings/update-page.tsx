import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { Markdown } from '@/components/ui/markdown'
import type { SentMailing } from '@/lib/mailings/find-sent-mailing'
import { longDate } from '@/lib/text/formats'
import type { Locale } from '@/messages/translator'

/** A mailing about a petition: the page behind a neutral email, which does not say it itself. */
export function UpdatePage({ mailing, locale }: { mailing: SentMailing; locale: Locale }) {
  const { text, petition, sentAt } = mailing
  const foreign = foreignText(text.locale, locale)
  return (
    <article className="pt-8 lg:pt-14">
      <h1 {...foreign}>{text.subject}</h1>
      <p className="mt-4 text-muted">
        {longDate(sentAt, locale)} ·{' '}
        <a href={`/${locale}/petitions/${petition.slug}`} {...foreignText(petition.locale, locale)}>
          {petition.title}
        </a>
      </p>
      <FallbackNote textLocale={text.locale} locale={locale} />
      <div className="mt-8" {...foreign}>
        <Markdown source={text.body} under={1} />
      </div>
    </article>
  )
}
