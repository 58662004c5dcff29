import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { retentionDeadline } from '@/lib/petitions/retention-deadline'
import { Day } from './day'
import { FactsForm } from './facts-form'

interface Props {
  found: PetitionForAdmin
  /** What came back because it was not right. */
  typed: { slug: string; goal: string }
  /** Whether the role may see the signatures. */
  links: boolean
  change: ((form: FormData) => Promise<void>) | null
}

/** The state of a petition, and the form for its settings. */
export function PetitionFacts({ found, typed, links, change }: Props) {
  const { id, slug, status, goal, opensOn, closesOn, openedAt, closedAt, wonAt, deliveredAt, removedAt } =
    found.petition
  const count = found.net.toLocaleString('en')
  const path = `/petitions/${slug}`
  const end = retentionDeadline(found.petition)
  const days: [string, Date | null][] = [
    ['Opens', status === 'draft' ? opensOn : null],
    ['Opened', openedAt],
    ['Last day to sign', status === 'draft' || status === 'open' ? closesOn : null],
    ['Closed', closedAt],
    ['Won', wonAt],
    ['Delivered', deliveredAt],
    ['Unpublished since', removedAt],
    ['Personal data of signers are deleted on', end],
  ]
  return (
    <>
      <h2>Settings</h2>
      <dl>
        <dt>Status</dt>
        <dd>
          <span className="tag">{status}</span> {removedAt && <span className="tag held">unpublished</span>}
        </dd>
        <dt>Address</dt>
        <dd>{status === 'draft' || removedAt ? <code>{path}</code> : <a href={`/en${path}`}>{path}</a>}</dd>
        <dt>Count</dt>
        <dd>{links ? <a href={`/admin/signatures?petition=${id}`}>{count}</a> : count}</dd>
        <dt>Goal</dt>
        <dd>{goal.toLocaleString('en')}</dd>
        {days.map(([term, date]) => date && <DayRow key={term} term={term} date={date} />)}
      </dl>
      {change && <FactsForm found={found} typed={typed} change={change} />}
    </>
  )
}

function DayRow({ term, date }: { term: string; date: Date }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <Day date={date} />
      </dd>
    </>
  )
}
