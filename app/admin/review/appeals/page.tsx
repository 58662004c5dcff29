import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { Keys } from '@/components/admin/keys'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { AppealDecision } from '@/components/admin/review/appeal-decision'
import { StartByLanguage } from '@/components/admin/review/start-by-language'
import { UndoNotice } from '@/components/admin/review/undo-notice'
import { t } from '@/components/admin/words'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { countWaitingAppeals } from '@/lib/review/count-waiting-appeals'
import { openAppeal } from '@/lib/review/open-appeal'
import { openReview } from '@/lib/web/admin/review-session'
import { decideAppeal, skipAppeal, startAppeals, undoAppeal } from './actions'

export default adminPage('signature.release', async (staff, { searchParams }) => {
  const now = new Date()
  const review = String((await searchParams).review)
  const session = openReview(staff, 'appeals', review, now)
  const [waiting, appeal] = await Promise.all([countWaitingAppeals(staff), session ? openAppeal(staff, now) : null])
  const left = [...waiting.values()].reduce((sum, number) => sum + number, 0)
  const more = String(left >= MAX_COUNTED)
  return (
    <>
      <PageHeading>{t('place.appeals')}</PageHeading>
      <Notice searchParams={searchParams} />
      {session?.last && (
        <UndoNotice key={session.last.at} shortcut="u" undo={undoAppeal} hidden={{ review }}>
          {said(session.last.done)}
        </UndoNotice>
      )}
      {session && (
        <p className="row">
          <span>{t('review.ofDecidedLeft', { done: session.done, total: session.total, left, more })}</span>
          <Keys />
        </p>
      )}
      {appeal && (
        <AppealDecision key={appeal.key} appeal={appeal} review={review} actions={{ decideAppeal, skipAppeal }} />
      )}
      {session && !appeal && (
        <p className="empty">{t(left === 0 ? 'review.allAppealsAreAnswered' : 'review.whatIsLeftOfAppeals')}</p>
      )}
      {!appeal && (
        <StartByLanguage
          waiting={waiting}
          sentence={(values) => t('review.appealsToAnswer', values)}
          empty={
            <Empty next={{ href: '/admin/review/held', words: t('place.heldSignatures') }}>
              {t('signatures.noAppeals')}
            </Empty>
          }
          start={startAppeals}
        >
          <label>
            {t('review.reasonNoNames')}{' '}
            <input name="why" required maxLength={200} size={24} defaultValue={t('signatures.reasonAppeal')} />
          </label>
        </StartByLanguage>
      )}
      <p>
        <a href="/admin/signatures?sort=appeal">{t('review.appealsAsAList')}</a>
      </p>
    </>
  )
})

/** @param done the signature's previous state, and the answer */
function said(done: string): string {
  const [state, answer] = done.split(' ')
  if (answer === 'waits') return t('review.appealLeftHeld')
  if (answer === 'counts') return t(state === 'held' ? 'review.appealReleased' : 'review.appealRestored')
  return t(state === 'held' ? 'review.appealRemoved' : 'review.appealUpheld')
}
