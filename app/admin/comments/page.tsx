import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { Keys } from '@/components/admin/keys'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { CommentDecision } from '@/components/admin/review/comment-decision'
import { StartByLanguage } from '@/components/admin/review/start-by-language'
import { UndoNotice } from '@/components/admin/review/undo-notice'
import { t } from '@/components/admin/words'
import { countWaitingComments, openComments } from '@/lib/comments/list-waiting-comments'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { openReview, type ReviewSession } from '@/lib/web/admin/review-session'
import { decide, regroup, skipComment, start, undo } from './actions'

export default adminPage('comment.read', async (staff, { searchParams }) => {
  const now = new Date()
  const review = String((await searchParams).review)
  const session = openReview(staff, 'comments', review, now)
  const [waiting, opened] = await Promise.all([countWaitingComments(staff), session ? openComments(staff, now) : []])
  const left = [...waiting.values()].reduce((sum, number) => sum + number, 0)
  return (
    <>
      <PageHeading>{t('review.comments')}</PageHeading>
      <Notice searchParams={searchParams} />
      {session?.last && (
        <UndoNotice key={`${session.last.at} ${session.done}`} shortcut="u" undo={undo} hidden={{ review }}>
          {said(session.last)}
        </UndoNotice>
      )}
      {session && (
        <p className="row">
          <span>
            {t('review.ofDecidedLeft', {
              done: session.done,
              total: session.total,
              left,
              more: String(left >= MAX_COUNTED),
            })}
          </span>
          <Keys />
        </p>
      )}
      {session && opened.length > 0 && (
        <CommentDecision
          key={opened[0]?.key}
          comments={opened}
          review={review}
          alone={session.alone}
          actions={{ decide, skipComment, regroup }}
        />
      )}
      {session && opened.length === 0 && (
        <p className="empty">{left === 0 ? t('review.allCommentsAreDecided') : t('review.whatIsLeftIs')}</p>
      )}
      {opened.length === 0 && (
        <StartByLanguage
          waiting={waiting}
          sentence={(values) => t('review.toReviewLongestWaiting', values)}
          empty={
            <Empty next={{ href: '/admin/signatures', words: t('common.allSignatures') }}>
              {t('review.noCommentsToReview')}
            </Empty>
          }
          start={start}
        />
      )}
      <p>
        <a href="/admin/comments/decided">{t('review.decidedComments')}</a>
      </p>
    </>
  )
})

function said({ done, comments }: NonNullable<ReviewSession['last']>): string {
  if (comments > 1) return t(done === 'approved' ? 'review.approvedSome' : 'review.rejectedSome', { comments })
  return t(done === 'approved' ? 'review.approvedItAppearsWithin' : 'review.rejectedItIsNot')
}
