import { staffName } from '@/lib/staff/staff-name'
import type { StaffMemberView } from '@/lib/staff-accounts/list-staff'
import { AdminTable } from './admin-table'
import { codeName } from './code-name'
import { factorName } from './device-name'
import { StatusPill } from './pill'
import { Time } from './time'
import { t } from './words'

/** All members of staff, past and present. */
export function StaffTable({ people }: { people: StaffMemberView[] }) {
  return (
    <AdminTable
      id="list"
      heads={[
        t('common.person'),
        t('common.role'),
        t('common.secondFactor'),
        { time: t('staff.lastSignedIn') },
        { number: t('staff.sessions') },
        t('common.state'),
      ]}
    >
      {people.map((one) => (
        <tr key={one.id}>
          <td>
            <a href={`/admin/staff/${one.id}`}>
              <bdi>{staffName(one)}</bdi>
            </a>{' '}
            {one.name && <span className="muted">{one.email}</span>}
          </td>
          <td>{codeName(one.role)}</td>
          <td>{one.factor ? factorName(one.factor) : t('staff.noneYet')}</td>
          <td>{one.signedInAt ? <Time at={one.signedInAt} /> : t('common.never')}</td>
          <td className="number">{one.sessions}</td>
          <td>
            <StatusPill code={stateOf(one)} />
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

/** As a code. Who was never in and is shut out waits for a second person, or was refused. */
export function stateOf({ disabledAt, factor, signedInAt }: StaffMemberView): string {
  if (disabledAt) return signedInAt || factor ? 'disabled' : 'not_approved'
  return factor ? 'active' : 'invited'
}
