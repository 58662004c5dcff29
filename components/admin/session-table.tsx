import type { SessionView } from '@/lib/staff/list-sessions'
import { AdminTable } from './admin-table'
import { ConfirmLink } from './confirm/confirm-link'
import { deviceName, factorName } from './device-name'
import { Time } from './time'
import { t } from './words'

interface Props {
  sessions: SessionView[]
  /** The id of the viewer's session. */
  own: string
}

/** A person's sessions, with a button to end each except this one. */
export function SessionTable({ sessions, own }: Props) {
  return (
    <AdminTable
      heads={[
        t('account.browser'),
        { time: t('account.signedIn') },
        t('common.secondFactor'),
        { time: t('account.endsIfIdle') },
        t('common.actions'),
      ]}
    >
      {sessions.map((session) => (
        <tr key={session.id}>
          <td>{session.device ? deviceName(session.device) : t('common.unknown')}</td>
          <td>
            <Time at={session.createdAt} />
          </td>
          <td>{session.factor ? factorName(session.factor) : t('account.notShownYet')}</td>
          <td>
            <Time at={session.expires} />
          </td>
          <td>
            {session.id === own ? (
              t('account.current')
            ) : (
              <ConfirmLink act="end-session" of={session.id}>
                {t('account.endSession')}
              </ConfirmLink>
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
