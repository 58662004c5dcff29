import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { ApprovalContent } from '@/components/admin/approval-content'
import { ApprovalDecision } from '@/components/admin/approval-decision'
import { ApprovalDetails } from '@/components/admin/approval-details'
import { codeName } from '@/components/admin/code-name'
import { Notice } from '@/components/admin/notice'
import { hasPage, SubjectLink } from '@/components/admin/subject-link'
import { Time } from '@/components/admin/time'
import { describeAct } from '@/lib/staff/approvals/describe-act'
import { findApproval } from '@/lib/staff/approvals/list-approvals'
import { approve, refuse, stop } from '../actions'

export const metadata: Metadata = { title: 'Approvals' }

export default adminPage('approval.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const approval = await findApproval(staff, id, new Date())
  if (!approval) return <h1>Approval not found</h1>
  return (
    <>
      <h1>{describeAct(approval)}</h1>
      <Notice searchParams={searchParams} />
      <ApprovalDecision approval={approval} staff={staff} actions={{ approve, refuse, stop }} />
      <dl>
        {approval.about && (
          <>
            <dt>Person</dt>
            <dd>{approval.about}</dd>
          </>
        )}
        <ApprovalDetails detail={approval.detail} />
        {hasPage(approval.subject) && (
          <>
            <dt>Page</dt>
            <dd>
              <SubjectLink subject={approval.subject} />
            </dd>
          </>
        )}
        <dt>Reason</dt>
        <dd>{approval.verb === 'bulk.approve' ? codeName(approval.reason) || '–' : approval.reason || '–'}</dd>
        <dt>Requested</dt>
        <dd>
          by {approval.askedBy}, <Time at={approval.askedAt} zone />
        </dd>
        {approval.decidedBy && approval.decidedAt && (
          <>
            <dt>Decided</dt>
            <dd>
              by {approval.decidedBy}, <Time at={approval.decidedAt} zone />
            </dd>
          </>
        )}
        {approval.dueAt && (
          <>
            <dt>Earliest execution</dt>
            <dd>
              <Time at={approval.dueAt} zone />
            </dd>
          </>
        )}
      </dl>
      <ApprovalContent parts={approval.content} />
    </>
  )
})
