import { foreignText } from '@/components/site/foreign-text'
import { Markdown } from '@/components/ui/markdown'
import type { ActivityView } from '@/lib/coalition/activity-view'
import { type Locale, words } from '@/messages/words'
import { FallbackNote } from './fallback-note'
import { LooseDay } from './loose-day'
import { Sources } from './sources'

/** One entry: when and where it happened, what it was, what its sources are and where they disagree. */
export function ActivityEntry({ activity, locale }: { activity: ActivityView; locale: Locale }) {
  const t = words(locale, 'activities')
  const { slug, happened, text, letterSlug, petitionSlug, sources } = activity
  const foreign = foreignText(text.locale, locale)
  return (
    <article id={slug} aria-labelledby={`${slug}-title`} className="max-w-[66ch] break-inside-avoid">
      <p className="text-small text-muted">
        <LooseDay date={happened} locale={locale} />
        {text.place && (
          <>
            {' '}
            · <span {...foreign}>{text.place}</span>
          </>
        )}
      </p>
      <h3 id={`${slug}-title`} className="flex items-baseline justify-between gap-4">
        <span {...foreign}>{text.title}</span>
        <a
          href={`#${slug}`}
          aria-label={t('link', { title: text.title })}
          className="inline-flex min-h-6 min-w-6 items-center justify-center font-sans text-base font-normal no-underline print:hidden"
        >
          #
        </a>
      </h3>
      <FallbackNote textLocale={text.locale} locale={locale} />
      <div className="mt-2" {...foreign}>
        <Markdown source={text.body} under={3} />
      </div>
      {text.doubt && (
        <div className="mt-3 border-s-2 border-edge ps-4 text-small">
          <h4 className="font-semibold">{t('doubt')}</h4>
          <p {...foreign}>{text.doubt}</p>
        </div>
      )}
      {(letterSlug || petitionSlug) && (
        <p className="mt-2 flex flex-wrap gap-x-6">
          {letterSlug && (
            <a href={`/${locale}/letters/${letterSlug}`} className="inline-flex min-h-11 items-center">
              {t('letter')}
            </a>
          )}
          {petitionSlug && (
            <a href={`/${locale}/petitions/${petitionSlug}`} className="inline-flex min-h-11 items-center">
              {t('petition')}
            </a>
          )}
        </p>
      )}
      <Sources sources={sources} locale={locale} />
    </article>
  )
}
