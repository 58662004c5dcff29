import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { CommentDecision } from '@/components/admin/review/comment-decision'
import { Keys } from '@/components/admin/review/keys'
import { StartComments } from '@/components/admin/review/start-comments'
import { UndoNotice } from '@/components/admin/review/undo-notice'
import { countWaitingComments, openComments } from '@/lib/comments/list-waiting-comments'
import { openReview } from '@/lib/web/admin/review-session'
import { decide, skipComment, start, undo } from './actions'

export const metadata: Metadata = { title: 'Comments' }

export default adminPage('comment.read', async (staff, { searchParams }) => {
  const now = new Date()
  const review = String((await searchParams).review)
  const session = openReview(staff, 'comments', review, now)
  const [left, opened] = await Promise.all([countWaitingComments(staff), session ? openComments(staff, now) : []])
  const [comment] = opened
  return (
    <>
      <h1>Comments</h1>
      <Notice searchParams={searchParams} />
      {session?.last && (
        <UndoNotice key={`${session.last.key} ${session.done}`} shortcut="u" undo={undo} hidden={{ review }}>
          {session.last.done === 'approved' ? 'Approved. It appears within seconds.' : 'Rejected. It is not shown.'}
        </UndoNotice>
      )}
      {session && (
        <p className="row">
          <span>
            {session.done.toLocaleString('en')} of {session.total.toLocaleString('en')} decided,{' '}
            {left.toLocaleString('en')} left
          </span>
          <Keys page={`${comment?.key} ${session.done}`} />
        </p>
      )}
      {session && comment && (
        <CommentDecision key={comment.key} comment={comment} review={review} actions={{ decide, skipComment }} />
      )}
      {session && !comment && (
        <p className="empty">
          {left === 0
            ? 'All comments are decided.'
            : 'What is left is under review by colleagues, was skipped by you, or is in other languages.'}
        </p>
      )}
      {(!session || !comment) && <StartComments left={left} start={start} />}
    </>
  )
})
