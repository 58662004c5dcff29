import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { CommentList } from '@/components/admin/comment-list'
import { Notice } from '@/components/admin/notice'
import { COMMENTS_AT_ONCE, countWaitingComments, openComments } from '@/lib/comments/list-waiting-comments'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { decide, read } from './actions'

export const metadata: Metadata = { title: 'Comments' }

export default adminPage('comment.read', async (staff, { searchParams }) => {
  const sealed = (await searchParams).read
  const keys = openQuery(staff, 'comments', sealed, new Date())
  const [waiting, comments] = await Promise.all([
    countWaitingComments(staff),
    openComments(staff, keys?.split(' ') ?? []),
  ])
  return (
    <>
      <h1>Comments</h1>
      <Notice searchParams={searchParams} />
      {waiting === 0 && comments.length === 0 ? (
        <p className="empty">No comments to review. A comment appears here once its signature is confirmed.</p>
      ) : (
        <form action={read} className="row">
          <p>
            {waiting.toLocaleString('en')} {waiting === 1 ? 'comment' : 'comments'} to review. They are sealed; opening
            them is logged.
          </p>
          <button type="submit" className={comments.length === 0 ? 'main' : ''}>
            Open the oldest {Math.min(COMMENTS_AT_ONCE, waiting) || ''}
          </button>
        </form>
      )}
      {comments.length > 0 && <CommentList comments={comments} decide={decide} read={String(sealed)} />}
    </>
  )
})
