import { describeAct } from '@/lib/staff/approvals/describe-act'
import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { age } from '../age'

/** What this person asked for and somebody else has to decide. */
export function WaitingForOthers({ requests, now }: { requests: ApprovalView[]; now: Date }) {
  if (requests.length === 0) return null
  return (
    <section className="panel">
      <h2>Waiting for others</h2>
      <ul className="todo">
        {requests.map(({ id, verb, detail, askedAt, expiresAt, others }) => (
          <li key={id}>
            <div>
              <a href={`/admin/approvals/${id}`}>{describeAct({ verb, detail })}</a>
              <p>
                You requested it {age(now.getTime() - askedAt.getTime())} ago;{' '}
                {others === 0 ? 'nobody can approve it at present' : `${others} can approve it`}; expires in{' '}
                {age(expiresAt.getTime() - now.getTime())}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
