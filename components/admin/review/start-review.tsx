import { type HeldFilter, isNarrowed } from '@/lib/review/held-filter'
import type { HeldGroups } from '@/lib/review/held-groups'
import { Empty } from '../empty'
import { t } from '../words'
import { GroupList } from './group-list'
import { HeldFilterForm } from './held-filter-form'

interface Props {
  left: number
  /** There may be more. */
  more: boolean
  filter: HeldFilter
  held: HeldGroups
  /** The number left held with a note. */
  leftHeld: number
  start: (form: FormData) => Promise<void>
}

/** Begins a review session, of all or of one group: the reason is entered once, and logged with each opening. */
export function StartReview({ left, more, filter, held, leftHeld, start }: Props) {
  return (
    <>
      <HeldFilterForm filter={filter} />
      {left === 0 ? (
        <Empty next={{ href: '/admin/signatures', words: t('common.allSignatures') }}>
          {t(isNarrowed(filter) ? 'review.noneLikeThese' : 'review.noHeldSignaturesTo')}
        </Empty>
      ) : (
        <form action={start} className="panel">
          <input type="hidden" name="kind" value={filter.kind} />
          <input type="hidden" name="locale" value={filter.locale} />
          <input type="hidden" name="petition" value={filter.petition} />
          <p>{t('review.heldToReviewLongest', { left, more: String(more) })}</p>
          <p className="row">
            <label>
              {t('review.reasonNoNames')}{' '}
              <input name="why" required maxLength={200} size={32} defaultValue={t('review.reasonOfReview')} />
            </label>
            <button type="submit" className="main">
              {t('review.startReview')}
            </button>
          </p>
          <GroupList {...held} />
        </form>
      )}
      <p>
        <a href="/admin/signatures?state=held&amp;sort=oldest">{t('review.heldSignaturesAsA')}</a>
        {leftHeld > 0 && <> · {t('review.areLeftHeld', { leftHeld })}</>}
      </p>
    </>
  )
}
