import type { BuiltInView } from '@/lib/signatures/views/built-in-views'
import type { AdminKey } from '@/messages/admin/translator'
import { t } from '../words'

export const builtInNames: Record<BuiltInView, AdminKey> = {
  all: 'common.all',
  held: 'code.held',
  appeals: 'place.appeals',
  today: 'views.today',
  flagged: 'views.flaggedThisWeek',
}

interface Props {
  views: { key: string; name: string; query: string }[]
  /** The list's filter, in the form of views; null if it is invalid. */
  shown: string | null
}

/** The views above the list: built-in ones, and those saved by this person. */
export function ViewsNav({ views, shown }: Props) {
  return (
    <nav aria-label={t('views.views')} className="views">
      {views.map(({ key, name, query }) => (
        <a
          key={key}
          href={`/admin/signatures${query && `?${query}`}`}
          aria-current={query === shown ? 'page' : undefined}
        >
          <bdi>{name}</bdi>
        </a>
      ))}
      <a href="/admin/signatures/views">{t('views.yourViews')}</a>
    </nav>
  )
}
