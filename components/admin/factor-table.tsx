import type { PasskeyView } from '@/lib/staff/passkey/list-passkeys'
import { AdminTable } from './admin-table'
import { ConfirmLink } from './confirm/confirm-link'
import { Time } from './time'

interface Props {
  passkeys: PasskeyView[]
  app: boolean
}

/** A person's second factors. The last one has no button: without it nobody gets in. */
export function FactorTable({ passkeys, app }: Props) {
  const last = passkeys.length + (app ? 1 : 0) < 2
  return (
    <AdminTable heads={['Second factor', { time: 'Since' }, { time: 'Last used' }, 'Actions']}>
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <tr key={id}>
          <td>Passkey: {name}</td>
          <td>
            <Time at={createdAt} />
          </td>
          <td>{usedAt ? <Time at={usedAt} /> : 'not yet'}</td>
          <td>
            {last ? (
              'your last factor'
            ) : (
              <ConfirmLink act="remove-passkey" of={id}>
                {`Remove ${name}`}
              </ConfirmLink>
            )}
          </td>
        </tr>
      ))}
      {app && (
        <tr>
          <td>Authenticator app</td>
          <td />
          <td />
          <td>
            {last ? (
              'your last factor'
            ) : (
              <ConfirmLink act="remove-app" of="mine">
                Remove app
              </ConfirmLink>
            )}
          </td>
        </tr>
      )}
    </AdminTable>
  )
}
