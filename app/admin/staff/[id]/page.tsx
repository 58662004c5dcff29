import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { StaffActions } from '@/components/admin/staff-actions'
import { stateOf } from '@/components/admin/staff-table'
import { Time } from '@/components/admin/time'
import { may } from '@/lib/staff/roles'
import { findStaffMember } from '@/lib/staff-accounts/list-staff'
import { again, changeTheirRole, restoreAccess } from '../actions'

export const metadata: Metadata = { title: 'Staff' }

const actions = { again, changeTheirRole, restoreAccess }

export default adminPage('staff.read', async (staff, { params, searchParams }) => {
  const [{ id = '' }, { reason }] = await Promise.all([params, searchParams])
  const person = await findStaffMember(staff, id, new Date())
  if (!person) return <h1>Member of staff not found</h1>
  const { email, role, factor, signedInAt, disabledAt, createdAt, open } = person
  return (
    <>
      <h1>{email}</h1>
      <Notice searchParams={searchParams} />
      <dl>
        <dt>Role</dt>
        <dd>{role}</dd>
        <dt>State</dt>
        <dd>
          {stateOf(person)}
          {disabledAt && (
            <>
              {' '}
              since <Time at={disabledAt} zone />
            </>
          )}
        </dd>
        <dt>Second factor</dt>
        <dd>{factor || 'none yet'}</dd>
        <dt>Member since</dt>
        <dd>
          <Time at={createdAt} zone />
        </dd>
        <dt>Last signed in</dt>
        <dd>{signedInAt ? <Time at={signedInAt} /> : 'never'}</dd>
        <dt>Open sessions</dt>
        <dd>
          {open.length === 0 && 'none'}
          {open.map((session) => (
            <div key={session.id}>
              {session.device || 'unknown'}, since <Time at={session.createdAt} />,{' '}
              {session.factor ?? 'one factor only'}
            </div>
          ))}
        </dd>
      </dl>
      {may(staff.role, 'staff.manage') && (
        <StaffActions
          person={person}
          actions={actions}
          self={person.id === staff.id}
          reason={typeof reason === 'string' ? reason : ''}
        />
      )}
    </>
  )
})
