import type { ReactNode } from 'react'
import { MAX_WAITING, type QueueName, type Waiting } from '@/lib/overview/find-waiting'
import { describeAct } from '@/lib/staff/approvals/describe-act'
import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { age } from '../age'

interface Props {
  approvals: ApprovalView[]
  waiting: Partial<Record<QueueName, Waiting>>
  now: Date
}

/**
 * What waits for this person and nobody else's work: first what lapses, then what has waited longest. Nothing that is
 * empty is listed.
 */
export function NeedsYou({ approvals, waiting, now }: Props) {
  const since = (queue: keyof typeof queues) => waiting[queue]?.oldest?.getTime() ?? now.getTime()
  const names = (Object.keys(queues) as (keyof typeof queues)[])
    .filter((name) => (waiting[name]?.waiting ?? 0) > 0)
    .toSorted((a, b) => since(a) - since(b))
  return (
    <section className="panel">
      <h2>Needs you</h2>
      {approvals.length + names.length === 0 && <p className="muted">Nothing waits for you.</p>}
      <ul className="todo">
        {approvals.map((approval) => (
          <Item
            key={approval.id}
            href={`/admin/approvals/${approval.id}`}
            action="Review"
            title={`Approve or refuse: ${describeAct(approval)}`}
          >
            <span className="pill warn">expires in {age(approval.expiresAt.getTime() - now.getTime())}</span>
            <p>
              Requested by {approval.askedBy} {age(now.getTime() - approval.askedAt.getTime())} ago
              {approval.reason && `: ${approval.reason}`}
            </p>
          </Item>
        ))}
        {names.map((name) => {
          const { waiting: number = 0, oldest = null } = waiting[name] ?? {}
          const { one, many, href, action } = queues[name]
          const shown = number < MAX_WAITING ? number.toLocaleString('en') : `More than ${MAX_WAITING - 1}`
          return (
            <Item key={name} href={href} action={action} title={`${shown} ${number === 1 ? one : many}`}>
              {oldest && <p>The oldest has waited {age(now.getTime() - oldest.getTime())}</p>}
            </Item>
          )
        })}
      </ul>
    </section>
  )
}

const queues: Record<Exclude<QueueName, 'approvals'>, { one: string; many: string; href: string; action: string }> = {
  held: {
    one: 'held signature',
    many: 'held signatures',
    href: '/admin/review/held',
    action: 'Review',
  },
  appeals: { one: 'appeal', many: 'appeals', href: '/admin/signatures?sort=appeal', action: 'Review' },
  comments: { one: 'comment', many: 'comments', href: '/admin/comments', action: 'Moderate' },
  paper: { one: 'paper sheet to count', many: 'paper sheets to count', href: '/admin/paper', action: 'Count' },
  applications: {
    one: 'application to join',
    many: 'applications to join',
    href: '/admin/coalition/applications',
    action: 'Review',
  },
  coSignatures: {
    one: 'co-signature to review',
    many: 'co-signatures to review',
    href: '/admin/coalition/co-signatures',
    action: 'Review',
  },
}

interface ItemProps {
  href: string
  title: string
  /** The word on its button. */
  action: string
  children: ReactNode
}

function Item({ href, title, action, children }: ItemProps) {
  return (
    <li>
      <div>
        <strong>{title}</strong> {children}
      </div>
      <a className="button" href={href}>
        {action}
        <span className="unseen">: {title}</span>
      </a>
    </li>
  )
}
