import { adminPage } from '@/components/admin/admin-page'
import { ApprovalContent } from '@/components/admin/approvals/approval-content'
import { ApprovalDecision } from '@/components/admin/approvals/approval-decision'
import { lookAt } from '@/components/admin/approvals/look-at'
import { askName } from '@/components/admin/ask-name'
import { codeName } from '@/components/admin/code-name'
import { placeCrumb } from '@/components/admin/crumbs'
import { entered } from '@/components/admin/entered'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { hasPage, SubjectLink } from '@/components/admin/subject-link'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { openSample } from '@/lib/bulk-actions/open-sample'
import { findApproval } from '@/lib/staff/approvals/list-approvals'
import { may } from '@/lib/staff/roles'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { approve, mailTest, openNames, refuse, stop } from '../actions'

export default adminPage('approval.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const now = new Date()
  const approval = await findApproval(staff, id, now)
  if (!approval) return <NotFound what={t('approvals.request')} list="/admin/approvals" />
  const { decidedBy, decidedAt } = approval
  const keys = openQuery(staff, `sample ${id}`, (await searchParams).signers, now)
  const signers = keys && may(staff.role, 'signature.open') ? await openSample(staff, keys.split(' ')) : null
  const { facts, content } = await lookAt(approval, staff, now, {
    actions: { openSample: openNames, mailTest },
    signers,
  })
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/approvals')]}>{askName(approval)}</PageHeading>
      <Notice searchParams={searchParams} />
      <ApprovalDecision approval={approval} staff={staff} actions={{ approve, refuse, stop }} />
      <dl>
        {approval.about && (
          <>
            <dt>{t('common.person')}</dt>
            <dd>
              <bdi>{approval.about}</bdi>
            </dd>
          </>
        )}
        {facts}
        {hasPage(approval.subject) && (
          <>
            <dt>{t('approvals.page')}</dt>
            <dd>
              <SubjectLink subject={approval.subject} />
            </dd>
          </>
        )}
        <dt>{t(approval.verb === 'export.personal' ? 'exports.purpose' : 'common.reason')}</dt>
        <dd>
          {approval.verb === 'bulk.approve' ? codeName(approval.reason) || '–' : <bdi>{approval.reason || '–'}</bdi>}
        </dd>
        <dt>{t('common.requested')}</dt>
        <dd>
          {t.rich('common.by', { askedBy: entered(approval.askedBy), time: () => <Time at={approval.askedAt} zone /> })}
          {approval.askedBy !== approval.askedByAddress && <span className="hint"> {approval.askedByAddress}</span>}
        </dd>
        {decidedBy && decidedAt && (
          <>
            <dt>{t('approvals.decided')}</dt>
            <dd>
              {t.rich('approvals.by', {
                decidedBy: entered(decidedBy),
                time: () => <Time at={decidedAt} zone />,
              })}
            </dd>
          </>
        )}
        {approval.dueAt && (
          <>
            <dt>{t('approvals.earliestExecution')}</dt>
            <dd>
              <Time at={approval.dueAt} zone />
            </dd>
          </>
        )}
      </dl>
      {content}
      <ApprovalContent parts={approval.content} />
    </>
  )
})
