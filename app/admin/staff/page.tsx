import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { Notice } from '@/components/admin/notice'
import { RoleOptions } from '@/components/admin/role-options'
import { StaffTable } from '@/components/admin/staff-table'
import { may } from '@/lib/staff/roles'
import { listStaff } from '@/lib/staff-accounts/list-staff'
import { invite } from './actions'

export const metadata: Metadata = { title: 'Staff' }

export default adminPage('staff.read', async (staff, { searchParams }) => {
  const people = await listStaff(staff, new Date())
  const sessions = people.reduce((sum, one) => sum + one.sessions, 0)
  const others = people.filter((one) => one.id !== staff.id && !one.disabledAt && may(one.role, 'staff.invite'))
  return (
    <>
      <h1>Staff</h1>
      <Notice searchParams={searchParams} />
      <StaffTable people={people} />
      {may(staff.role, 'staff.manage') && (
        <>
          <h2>Invite someone</h2>
          <p>
            We email them a link that works once, within 24 hours; they then set up a second factor. You can invite an
            auditor alone. Every other role can approve requests, so a second person must approve the invitation; for 14
            days, neither of you can be their second person, nor they yours.
          </p>
          {others.length === 0 && (
            <p className="notice">
              Nobody else can approve yet. Invite a second person from the server:{' '}
              <code>npm run staff:invite -- name@example.org --role owner</code>
            </p>
          )}
          <form action={invite} className="stack">
            <label htmlFor="email">Email address</label>
            <input id="email" name="email" type="email" required maxLength={254} autoComplete="off" />
            <label htmlFor="role">Role</label>
            <select id="role" name="role" required defaultValue="">
              <RoleOptions />
            </select>
            <label htmlFor="reason">Reason, for the second person (no names)</label>
            <input id="reason" name="reason" maxLength={300} />
            <button type="submit" className="main">
              Invite
            </button>
          </form>
        </>
      )}
      {may(staff.role, 'staff.end_session') && sessions > 1 && (
        <>
          <h2>Emergency</h2>
          <ConfirmLink act="end-all-sessions" of="everybody">
            End all sessions but this one
          </ConfirmLink>
        </>
      )}
    </>
  )
})
