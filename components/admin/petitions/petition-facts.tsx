import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { retentionDeadline } from '@/lib/petitions/retention-deadline'
import { codeName } from '../code-name'
import { t } from '../words'
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
    [t('petitions.opens'), status === 'draft' ? opensOn : null],
    [t('petitions.opened'), openedAt],
    [t('petitions.lastDay'), status === 'draft' || status === 'open' ? closesOn : null],
    [t('petitions.closed'), closedAt],
    [t('petitions.won'), wonAt],
    [t('petitions.delivered'), deliveredAt],
    [t('petitions.unpublishedSince'), removedAt],
    [t('petitions.dataDeletedOn'), end],
  ]
  return (
    <>
      <h2>{t('petitions.settings')}</h2>
      <dl>
        <dt>{t('common.status')}</dt>
        <dd>
          <span className="tag">{codeName(status).toLowerCase()}</span>{' '}
          {removedAt && <span className="tag held">{t('petitions.unpublished')}</span>}
        </dd>
        <dt>{t('common.address')}</dt>
        <dd>{status === 'draft' || removedAt ? <code>{path}</code> : <a href={`/en${path}`}>{path}</a>}</dd>
        <dt>{t('common.count')}</dt>
        <dd>{links ? <a href={`/admin/signatures?petition=${id}`}>{count}</a> : count}</dd>
        <dt>{t('common.goal')}</dt>
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
