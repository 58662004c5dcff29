import type { StaffMemberView } from '@/lib/staff-accounts/list-staff'
import { AdminTable } from './admin-table'
import { Time } from './time'

/** All members of staff, past and present. */
export function StaffTable({ people }: { people: StaffMemberView[] }) {
  return (
    <AdminTable
      id="list"
      heads={['Person', 'Role', 'Second factor', { time: 'Last signed in' }, { number: 'Sessions' }, 'State']}
    >
      {people.map((one) => (
        <tr key={one.id}>
          <td>
            <a href={`/admin/staff/${one.id}`}>{one.email}</a>
          </td>
          <td>{one.role}</td>
          <td>{one.factor || 'none yet'}</td>
          <td>{one.signedInAt ? <Time at={one.signedInAt} /> : 'never'}</td>
          <td className="number">{one.sessions}</td>
          <td>
            <span className={one.disabledAt ? 'tag removed' : 'tag'}>{stateOf(one)}</span>
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

/** In a word. Who was never in and is shut out waits for a second person, or was refused. */
export function stateOf({ disabledAt, factor, signedInAt }: StaffMemberView): string {
  if (disabledAt) return signedInAt || factor ? 'disabled' : 'not approved'
  return factor ? 'active' : 'invited'
}
