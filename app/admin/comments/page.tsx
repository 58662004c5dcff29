import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { CommentDecision } from '@/components/admin/review/comment-decision'
import { Keys } from '@/components/admin/review/keys'
import { StartComments } from '@/components/admin/review/start-comments'
import { UndoNotice } from '@/components/admin/review/undo-notice'
import { t } from '@/components/admin/words'
import { countWaitingComments, openComments } from '@/lib/comments/list-waiting-comments'
import { openReview } from '@/lib/web/admin/review-session'
import { decide, skipComment, start, undo } from './actions'

export default adminPage('comment.read', async (staff, { searchParams }) => {
  const now = new Date()
  const review = String((await searchParams).review)
  const session = openReview(staff, 'comments', review, now)
  const [waiting, opened] = await Promise.all([countWaitingComments(staff), session ? openComments(staff, now) : []])
  const left = [...waiting.values()].reduce((sum, number) => sum + number, 0)
  const [comment] = opened
  return (
    <>
      <PageHeading>{t('review.comments')}</PageHeading>
      <Notice searchParams={searchParams} />
      {session?.last && (
        <UndoNotice key={`${session.last.key} ${session.done}`} shortcut="u" undo={undo} hidden={{ review }}>
          {session.last.done === 'approved' ? t('review.approvedItAppearsWithin') : t('review.rejectedItIsNot')}
        </UndoNotice>
      )}
      {session && (
        <p className="row">
          <span>{t('review.ofDecidedLeft', { done: session.done, total: session.total, left })}</span>
          <Keys />
        </p>
      )}
      {session && comment && (
        <CommentDecision key={comment.key} comment={comment} review={review} actions={{ decide, skipComment }} />
      )}
      {session && !comment && (
        <p className="empty">{left === 0 ? t('review.allCommentsAreDecided') : t('review.whatIsLeftIs')}</p>
      )}
      {(!session || !comment) && <StartComments waiting={waiting} start={start} />}
      <p>
        <a href="/admin/comments/decided">{t('review.decidedComments')}</a>
      </p>
    </>
  )
})
