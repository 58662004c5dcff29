import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { codeName } from '@/components/admin/code-name'
import { placeCrumb } from '@/components/admin/crumbs'
import { languageName } from '@/components/admin/display-names'
import { Empty } from '@/components/admin/empty'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { PetitionName } from '@/components/admin/petition-name'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { listDecidedComments } from '@/lib/comments/list-decided-comments'
import { readPage } from '@/lib/input/pages'
import { withBack } from '@/lib/web/admin/read-back'

export default adminPage('comment.read', async (staff, { searchParams }) => {
  const page = readPage((await searchParams).page)
  const list = page === null ? null : await listDecidedComments(staff, page)
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/comments')]}>{t('review.decidedComments')}</PageHeading>
      <p>
        <a href="/admin/comments">{t('review.commentsToReview')}</a>
      </p>
      {list?.total === 0 ? (
        <Empty>{t('review.noCommentIsDecided')}</Empty>
      ) : (
        <AdminTable
          id="list"
          heads={[
            { time: t('review.decided') },
            t('review.decision'),
            t('review.comment'),
            t('common.language'),
            t('common.petition'),
            t('review.decidedBy'),
            t('common.signature'),
          ]}
        >
          {list?.rows.map(({ key, reference, petition, locale, text, reason, by, at }) => (
            <tr key={key}>
              <td>
                <Time at={at} />
              </td>
              <td>{reason === null ? t('review.approved') : t('review.rejectedAs', { reason: codeName(reason) })}</td>
              <td lang={text === null ? undefined : locale} dir="auto">
                {text ?? t('review.shownToNobody')}
              </td>
              <td>{languageName(locale)}</td>
              <td>
                <PetitionName slug={petition} />
              </td>
              <td>{by}</td>
              <td>
                <a href={withBack(`/admin/signatures/${key}`, `/admin/comments/decided?page=${page}`)}>{reference}</a>
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
      <Pages of={list} path="/admin/comments/decided" />
    </>
  )
})
