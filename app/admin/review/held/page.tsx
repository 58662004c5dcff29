import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { HeldDecision } from '@/components/admin/review/held-decision'
import { HeldGroup } from '@/components/admin/review/held-group'
import { HeldOne } from '@/components/admin/review/held-one'
import { Keys } from '@/components/admin/review/keys'
import { SetAside } from '@/components/admin/review/set-aside'
import { StartReview } from '@/components/admin/review/start-review'
import { UndoNotice } from '@/components/admin/review/undo-notice'
import { findReview, type Review } from '@/lib/review/find-review'
import { openHeld } from '@/lib/review/open-held'
import { openReview } from '@/lib/web/admin/review-session'
import { decide, regroup, requestApproval, skipHeld, start, undo } from './actions'

export const metadata: Metadata = { title: 'Held signatures' }

export default adminPage('signature.release', async (staff, { searchParams }) => {
  const now = new Date()
  const sealed = (await searchParams).review
  const session = openReview(staff, 'held', sealed, now)
  const [review, held] = await Promise.all([findReview(staff, now), session ? openHeld(staff, now) : []])
  const [first] = held
  const hidden = { review: String(sealed) }
  return (
    <>
      <h1>Held signatures</h1>
      <Notice searchParams={searchParams} />
      {session && review.last && (
        <UndoNotice key={review.last.batch} shortcut="u" undo={undo} hidden={{ ...hidden, batch: review.last.batch }}>
          {said(review.last)}
        </UndoNotice>
      )}
      {session && (
        <p className="row">
          <span>
            {session.done.toLocaleString('en')} of {session.total.toLocaleString('en')} decided,{' '}
            {review.left.toLocaleString('en')} left
          </span>
          <Keys page={`${review.last?.batch} ${first?.key} ${held.length}`} />
        </p>
      )}
      {session && first && (
        <HeldDecision
          key={first.key}
          keys={held.map(({ key }) => key)}
          review={hidden.review}
          alone={session.alone}
          actions={{ decide, skipHeld, regroup }}
        >
          {held.length > 1 ? <HeldGroup signatures={held} /> : <HeldOne signature={first} />}
        </HeldDecision>
      )}
      {session && !first && (
        <p className="empty">
          {review.left === 0
            ? 'All held signatures are decided.'
            : 'What is left is under review by colleagues, or was skipped by you.'}
        </p>
      )}
      {!session && <StartReview left={review.left} start={start} />}
      <SetAside decided={review.setAside} requestApproval={requestApproval} />
    </>
  )
})

function said({ verdict, signatures, needsTwo }: NonNullable<Review['last']>): string {
  const what = `${signatures.toLocaleString('en')} ${signatures === 1 ? 'signature' : 'signatures'}`
  const act = verdict === 'release' ? 'Release' : 'Remove'
  return needsTwo ? `${act} ${what}: set aside for a second person.` : `${act}d ${what}. It takes effect in a minute.`
}
