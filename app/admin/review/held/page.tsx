import { adminPage } from '@/components/admin/admin-page'
import { Keys } from '@/components/admin/keys'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { HeldDecision } from '@/components/admin/review/held-decision'
import { HeldFilterWords } from '@/components/admin/review/held-filter-words'
import { HeldGroup } from '@/components/admin/review/held-group'
import { HeldOne } from '@/components/admin/review/held-one'
import { SetAside } from '@/components/admin/review/set-aside'
import { StartReview } from '@/components/admin/review/start-review'
import { UndoNotice } from '@/components/admin/review/undo-notice'
import { t } from '@/components/admin/words'
import { findReview, type Review } from '@/lib/review/find-review'
import { isNarrowed, readHeldFilter } from '@/lib/review/held-filter'
import { listHeldGroups } from '@/lib/review/held-groups'
import { openHeld } from '@/lib/review/open-held'
import { openReview } from '@/lib/web/admin/review-session'
import { decide, leave, regroup, requestApproval, skipHeld, start, undo } from './actions'

export default adminPage('signature.release', async (staff, { searchParams }) => {
  const now = new Date()
  const query = await searchParams
  const sealed = query.review
  const session = openReview(staff, 'held', sealed, now)
  // A review's restrictions stay until it ends, also in the list after a part of it.
  const filter = session ?? readHeldFilter(query)
  const [review, held, groups] = await Promise.all([
    findReview(staff, filter ?? {}, now),
    session ? openHeld(staff, now) : [],
    filter && !session ? listHeldGroups(staff, filter, now) : null,
  ])
  const [first] = held
  const isPart = session !== null && (session.group !== '' || isNarrowed(session))
  const hidden = { review: String(sealed) }
  return (
    <>
      <PageHeading>{t('review.heldSignatures')}</PageHeading>
      <Notice searchParams={searchParams} />
      {filter && <HeldFilterWords filter={filter} />}
      {session && review.last && (
        <UndoNotice key={review.last.batch} shortcut="u" undo={undo} hidden={{ ...hidden, batch: review.last.batch }}>
          {said(review.last)}
        </UndoNotice>
      )}
      {session && (
        <p className="row">
          <span>
            {t('review.ofDecidedLeft', {
              done: session.done,
              total: session.total,
              left: review.left,
              more: String(review.more),
            })}
          </span>
          <Keys />
        </p>
      )}
      {session && first && (
        <HeldDecision
          key={first.key}
          keys={held.map(({ key }) => key)}
          review={hidden.review}
          alone={session.alone}
          actions={{ decide, skipHeld, regroup, leave }}
        >
          {held.length > 1 ? <HeldGroup signatures={held} /> : <HeldOne signature={first} />}
        </HeldDecision>
      )}
      {session && !first && !isPart && (
        <p className="empty">{review.left === 0 ? t('review.allHeldSignaturesAre') : t('review.whatIsLeftIsUnder')}</p>
      )}
      {!filter && (
        <p className="notice wrong" role="alert">
          {t('common.nothingIsListedPart')}
        </p>
      )}
      {filter && (!session || (isPart && !first)) && (
        <StartReview
          filter={filter}
          left={review.left}
          more={review.more}
          leftHeld={review.leftHeld}
          held={groups ?? (await listHeldGroups(staff, filter, now))}
          start={start}
        />
      )}
      <SetAside decided={review.setAside} requestApproval={requestApproval} />
    </>
  )
})

function said({ verdict, signatures, needsTwo }: NonNullable<Review['last']>): string {
  if (verdict === 'leave') return t('review.leftHeld', { signatures })
  const key = needsTwo
    ? (`review.${verdict === 'release' ? 'release' : 'remove'}SetAside` as const)
    : (`review.${verdict === 'release' ? 'released' : 'removed'}Some` as const)
  return t(key, { signatures })
}
