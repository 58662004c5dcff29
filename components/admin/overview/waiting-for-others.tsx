import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { age } from '../age'
import { askName } from '../ask-name'
import { t } from '../words'

/** This person's requests that others have to decide. */
export function WaitingForOthers({ requests, now }: { requests: ApprovalView[]; now: Date }) {
  if (requests.length === 0) return null
  return (
    <section className="panel">
      <h2>{t('overview.waitingForOthers')}</h2>
      <ul className="todo">
        {requests.map(({ id, verb, detail, askedAt, expiresAt, others }) => (
          <li key={id}>
            <div>
              <a href={`/admin/approvals/${id}`}>{askName({ verb, detail })}</a>
              <p>
                {t('overview.requestedAgo', {
                  age: age(now.getTime() - askedAt.getTime()),
                  approvers: others === 0 ? t('overview.noneCanApprove') : t('overview.canApprove', { others }),
                  left: age(expiresAt.getTime() - now.getTime()),
                })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
