import type { PasskeyView } from '@/lib/staff/passkey/list-passkeys'
import { AdminTable } from './admin-table'
import { Time } from './time'

interface Props {
  passkeys: PasskeyView[]
  app: boolean
  actions: Record<'dropPasskey' | 'dropApp', (form: FormData) => Promise<void>>
}

/** A person's second factors. The last one has no button: without it nobody gets in. */
export function FactorTable({ passkeys, app, actions }: Props) {
  const last = passkeys.length + (app ? 1 : 0) < 2
  return (
    <AdminTable heads={['Second factor', 'Since (UTC)', 'Last used (UTC)', 'Actions']}>
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
              <form action={actions.dropPasskey}>
                <input type="hidden" name="passkey" value={id} />
                <button type="submit" className="danger">
                  Remove {name}
                </button>
              </form>
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
              <form action={actions.dropApp}>
                <button type="submit" className="danger">
                  Remove app
                </button>
              </form>
            )}
          </td>
        </tr>
      )}
    </AdminTable>
  )
}
