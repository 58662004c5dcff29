import { foreignText } from '@/components/site/foreign-text'
import type { ActivityView } from '@/lib/coalition/activity-view'
import type { Locale } from '@/messages/translator'
import { ActivityDay } from './activity-day'
import { ActivityText } from './activity-text'

/** One entry of the list: date, place, text, and a link to its page. */
export function ActivityEntry({ activity, locale }: { activity: ActivityView; locale: Locale }) {
  const { slug, text } = activity
  return (
    <article id={slug} aria-labelledby={`${slug}-title`} className="max-w-[66ch] break-inside-avoid">
      <ActivityDay activity={activity} locale={locale} />
      <h3 id={`${slug}-title`}>
        <a
          href={`/${locale}/activities/${slug}`}
          className="text-ink no-underline hover:underline"
          {...foreignText(text.locale, locale)}
        >
          {text.title}
        </a>
      </h3>
      <ActivityText activity={activity} locale={locale} level={3} />
    </article>
  )
}
