import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Notice } from '@/components/admin/notice'
import { countCoalition } from '@/lib/coalition/admin/count-coalition'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Coalition' }

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const { members, left, drafts, letters, waiting, applications } = await countCoalition(staff)
  const opens = may(staff.role, 'coalition.open')
  return (
    <>
      <h1>Coalition</h1>
      <CoalitionNav staff={staff} />
      <Notice searchParams={searchParams} />
      <p>What you save here is public within ten seconds, unless it is marked as a draft.</p>
      <h2>Needs a decision</h2>
      <dl>
        <dt>Co-signatures to review</dt>
        <dd>
          <a href="/admin/coalition/co-signatures">{waiting}</a>
        </dd>
        <dt>Applications to join</dt>
        <dd>{opens ? <a href="/admin/coalition/applications">{applications}</a> : applications}</dd>
      </dl>
      <h2>Totals</h2>
      <dl>
        <dt>Members and supporters</dt>
        <dd>
          <a href="/admin/coalition/members">{members}</a>
          {left > 0 && `, and ${left} that left`}
        </dd>
        <dt>Activities not published</dt>
        <dd>
          <a href="/admin/coalition/activities">{drafts}</a>
        </dd>
        <dt>Letters open for co-signatures</dt>
        <dd>
          <a href="/admin/coalition/letters">{letters}</a>
        </dd>
      </dl>
    </>
  )
})
