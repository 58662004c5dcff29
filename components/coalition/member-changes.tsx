import { foreignText } from '@/components/site/foreign-text'
import type { MemberChange } from '@/lib/coalition/member-view'
import type { Locale } from '@/messages/translator'
import { PartialDateText } from './partial-date'
import { Sources } from './sources'

/** A member's changes of name or closure since the list was published, each with its day and a link to its page. */
export function MemberChanges(props: { changes: MemberChange[]; locale: Locale; withSources?: boolean }) {
  const { changes, locale, withSources = false } = props
  return changes.map(({ slug, title, titleLocale, happened, sources }) => (
    <div key={slug} className={withSources ? 'mt-6 border-s-2 border-edge ps-4' : 'text-small leading-snug'}>
      <p>
        <a href={`/${locale}/activities/${slug}`} {...foreignText(titleLocale, locale)}>
          {title}
        </a>
        , <PartialDateText date={happened} locale={locale} />
      </p>
      {withSources && <Sources sources={sources} locale={locale} />}
    </div>
  ))
}
