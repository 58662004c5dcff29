import { foreignText } from '@/components/site/foreign-text'
import type { ActivityView } from '@/lib/coalition/activity-view'
import { datesInWords, isoDate } from '@/lib/coalition/partial-date'
import type { Locale } from '@/messages/translator'
import { PartialDateText } from './partial-date'

/** The date of an activity, as a range if it took several days, and its place. */
export function ActivityDay({ activity, locale }: { activity: ActivityView; locale: Locale }) {
  const { happened, ended, text } = activity
  return (
    <p className="text-small text-muted">
      {ended ? (
        <time dateTime={isoDate(happened)}>{datesInWords(happened, ended, locale)}</time>
      ) : (
        <PartialDateText date={happened} locale={locale} />
      )}
      {text.place && (
        <>
          {' '}
          · <span {...foreignText(text.locale, locale)}>{text.place}</span>
        </>
      )}
    </p>
  )
}
