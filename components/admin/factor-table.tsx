import type { PasskeyView } from '@/lib/staff/passkey/list-passkeys'
import { AdminTable } from './admin-table'
import { ConfirmLink } from './confirm/confirm-link'
import { Time } from './time'
import { t } from './words'

interface Props {
  passkeys: PasskeyView[]
  app: boolean
}

/** A person's second factors. The last one cannot be removed: without it they could not sign in. */
export function FactorTable({ passkeys, app }: Props) {
  const last = passkeys.length + (app ? 1 : 0) < 2
  return (
    <AdminTable
      heads={[
        t('common.secondFactor'),
        { time: t('account.since') },
        { time: t('account.lastUsed') },
        t('common.actions'),
      ]}
    >
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <tr key={id}>
          <td>{t('account.passkey', { name })}</td>
          <td>
            <Time at={createdAt} />
          </td>
          <td>{usedAt ? <Time at={usedAt} /> : t('account.notYet')}</td>
          <td>
            {last ? (
              t('account.yourLastFactor')
            ) : (
              <ConfirmLink act="remove-passkey" of={id}>
                {t('account.remove', { name })}
              </ConfirmLink>
            )}
          </td>
        </tr>
      ))}
      {app && (
        <tr>
          <td>{t('account.authenticatorApp')}</td>
          <td />
          <td />
          <td>
            {last ? (
              t('account.yourLastFactor')
            ) : (
              <ConfirmLink act="remove-app" of="mine">
                {t('account.removeApp')}
              </ConfirmLink>
            )}
          </td>
        </tr>
      )}
    </AdminTable>
  )
}
