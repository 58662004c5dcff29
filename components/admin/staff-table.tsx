import { staffName } from '@/lib/staff/staff-name'
import type { StaffMemberView } from '@/lib/staff-accounts/list-staff'
import { AdminTable } from './admin-table'
import { codeName } from './code-name'
import { factorName } from './device-name'
import { StatusPill } from './pill'
import type { HeadSort } from './sorted'
import { Time } from './time'
import { t } from './words'

/** The columns by which staff can be sorted. */
export const staffColumns = {
  person: (one: StaffMemberView) => staffName(one),
  role: (one: StaffMemberView) => codeName(one.role),
  seen: (one: StaffMemberView) => one.signedInAt,
  sessions: (one: StaffMemberView) => one.sessions,
  state: (one: StaffMemberView) => codeName(stateOf(one)),
}

interface Props {
  people: StaffMemberView[]
  sort: (column: keyof typeof staffColumns, down?: boolean) => HeadSort
}

/** All members of staff, past and present. */
export function StaffTable({ people, sort }: Props) {
  return (
    <AdminTable
      id="list"
      heads={[
        { text: t('common.person'), sort: sort('person') },
        { text: t('common.role'), sort: sort('role') },
        t('common.secondFactor'),
        { time: t('staff.lastSignedIn'), sort: sort('seen', true) },
        { number: t('staff.sessions'), sort: sort('sessions', true) },
        { text: t('common.state'), sort: sort('state') },
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

/** The state's code. Disabled without ever signing in means waiting for approval, or refused. */
export function stateOf({ disabledAt, factor, signedInAt }: StaffMemberView): string {
  if (disabledAt) return signedInAt || factor ? 'disabled' : 'not_approved'
  return factor ? 'active' : 'invited'
}
