import type { SessionView } from '@/lib/staff/list-sessions'
import { AdminTable } from './admin-table'
import { ConfirmLink } from './confirm/confirm-link'
import { Time } from './time'

interface Props {
  sessions: SessionView[]
  /** The one that looks. */
  own: string
}

/** Where a person is signed in, with a way to end each but this one. */
export function SessionTable({ sessions, own }: Props) {
  return (
    <AdminTable heads={['Browser', { time: 'Signed in' }, 'Second factor', { time: 'Ends if idle' }, 'Actions']}>
      {sessions.map((session) => (
        <tr key={session.id}>
          <td>{session.device || 'unknown'}</td>
          <td>
            <Time at={session.createdAt} />
          </td>
          <td>{session.factor ?? 'not shown yet'}</td>
          <td>
            <Time at={session.expires} />
          </td>
          <td>
            {session.id === own ? (
              'current'
            ) : (
              <ConfirmLink act="end-session" of={session.id}>
                End session
              </ConfirmLink>
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
