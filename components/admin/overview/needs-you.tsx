import type { ReactNode } from 'react'
import type { Incident } from '@/lib/floods/incidents/list-incidents'
import type { Flood } from '@/lib/floods/list-floods'
import { MAX_WAITING, type QueueName, type Waiting } from '@/lib/overview/find-waiting'
import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import type { AdminKey } from '@/messages/admin/translator'
import { age } from '../age'
import { askName } from '../ask-name'
import { codeName } from '../code-name'
import { entered } from '../entered'
import { FloodName } from '../flood-name'
import { PetitionName } from '../petition-name'
import { Pill } from '../pill'
import { t } from '../words'

interface Props {
  approvals: ApprovalView[]
  /** Ongoing floods. */
  floods: Flood[]
  /** Their incidents, by key. */
  incidents: Map<string, Incident>
  waiting: Partial<Record<QueueName, Waiting>>
  now: Date
}

/**
 * Work that waits for this person only: first what expires, then what grows, then what has waited longest. Empty queues
 * are left out.
 */
export function NeedsYou({ approvals, floods, incidents, waiting, now }: Props) {
  const since = (queue: keyof typeof queues) => waiting[queue]?.oldest?.getTime() ?? now.getTime()
  const names = (Object.keys(queues) as (keyof typeof queues)[])
    .filter((name) => (waiting[name]?.waiting ?? 0) > 0)
    .toSorted((a, b) => since(a) - since(b))
  return (
    <section className="panel">
      <h2>{t('overview.needsYou')}</h2>
      {approvals.length + floods.length + names.length === 0 && (
        <p className="muted">{t('overview.nothingWaitsForYou')}</p>
      )}
      <ul className="todo">
        {approvals.map((approval) => (
          <Item
            key={approval.id}
            href={`/admin/approvals/${approval.id}`}
            action={t('queue.review')}
            title={t('overview.approveOrRefuse', { ask: askName(approval) })}
          >
            <Pill tone="warn">
              {t('overview.expiresIn', { age: age(approval.expiresAt.getTime() - now.getTime()) })}
            </Pill>
            <p>
              {t.rich(approval.reason ? 'overview.requestedByAgoWhy' : 'overview.requestedByAgo', {
                askedBy: entered(approval.askedBy),
                age: age(now.getTime() - approval.askedAt.getTime()),
                reason: reasonOf(approval),
              })}
            </p>
          </Item>
        ))}
        {floods.slice(0, MAX_FLOODS).map((flood) => (
          <Item
            key={flood.key}
            href={`${FLOODS}&flood=${flood.key}`}
            action={t('overview.look')}
            title={t('overview.floodOf', { signatures: flood.signatures })}
          >
            <Pill tone="warn">{t('overview.goesOn')}</Pill>
            <Looking incident={incidents.get(flood.key)} />
            <p>
              <FloodName flood={flood} /> · <PetitionName slug={flood.slug} /> ·{' '}
              {t('overview.heldOfThem', { held: flood.held })} ·{' '}
              {t('overview.lastOneAgo', { age: age(now.getTime() - flood.to.getTime()) })}
            </p>
          </Item>
        ))}
        {floods.length > MAX_FLOODS && (
          <Item
            href={FLOODS}
            action={t('overview.look')}
            title={t('overview.moreFloods', { floods: floods.length - MAX_FLOODS })}
          >
            {null}
          </Item>
        )}
        {names.map((name) => {
          const { waiting: number = 0, oldest = null } = waiting[name] ?? {}
          const { href, action } = queues[name]
          const shown = number < MAX_WAITING ? number.toLocaleString('en') : t('queue.more', { limit: MAX_WAITING - 1 })
          return (
            <Item key={name} href={href} action={t(action)} title={t(`queue.${name}`, { number, shown })}>
              {oldest && <p>{t('overview.theOldestHasWaited', { age: age(now.getTime() - oldest.getTime()) })}</p>}
            </Item>
          )
        })}
      </ul>
    </section>
  )
}

/** Shows that a colleague is looking at it. */
function Looking({ incident }: { incident: Incident | undefined }) {
  if (incident?.state !== 'looking' || incident.who === null) return null
  return (
    <>
      {' '}
      <Pill>{t.rich('overview.someoneLooks', { person: entered(incident.who) })}</Pill>
    </>
  )
}

const MAX_FLOODS = 3
const FLOODS = '/admin/signatures/activity?hours=24'

const queues: Record<Exclude<QueueName, 'approvals'>, { href: string; action: AdminKey }> = {
  held: { href: '/admin/review/held', action: 'queue.review' },
  appeals: { href: '/admin/review/appeals', action: 'queue.review' },
  comments: { href: '/admin/comments', action: 'queue.moderate' },
  paper: { href: '/admin/paper', action: 'queue.count' },
  applications: { href: '/admin/coalition/applications', action: 'queue.review' },
  coSignatures: { href: '/admin/coalition/co-signatures', action: 'queue.review' },
  memberChanges: { href: '/admin/coalition/members/proposals', action: 'queue.review' },
}

/** The requester's text; for a removal a code. */
function reasonOf({ verb, reason }: ApprovalView) {
  return verb === 'bulk.approve' ? codeName(reason) : entered(reason)
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
