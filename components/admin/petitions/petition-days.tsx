import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { retentionDeadline } from '@/lib/petitions/retention-deadline'
import type { AdminKey } from '@/messages/admin/translator'
import { Time } from '../time'
import { t } from '../words'
import { Day } from './day'

const DAY = 86_400_000

/** A petition's scheduled and past days, and when personal data are deleted. */
export function PetitionDays({ petition }: Pick<PetitionForAdmin, 'petition'>) {
  const { status, opensOn, closesOn, openedAt, closedAt, wonAt, deliveredAt, removedAt } = petition
  const opens = status === 'draft' ? opensOn : null
  const closes = status === 'draft' || status === 'open' ? closesOn : null
  const days: [string, Date | null][] = [
    [t('petitions.opened'), openedAt],
    [t('petitions.closed'), closedAt],
    [t('petitions.won'), wonAt],
    [t('petitions.delivered'), deliveredAt],
    [t('petitions.unpublishedSince'), removedAt],
    [t('petitions.dataDeletedOn'), retentionDeadline(petition)],
  ]
  const known = days.filter((row): row is [string, Date] => row[1] !== null)
  if (!opens && !closes && known.length === 0) return <p className="muted">{t('petitions.noDayIsPlanned')}</p>
  return (
    <dl>
      {opens && <Planned term={t('petitions.opens')} day={opens} hour="petitions.fromTime" at={opens} />}
      {closes && (
        <Planned
          term={t('petitions.lastDay')}
          day={closes}
          hour="petitions.untilTime"
          at={new Date(closes.getTime() + DAY)}
        />
      )}
      {known.map(([term, date]) => (
        <div key={term} className="fact">
          <dt>{term}</dt>
          <dd>
            <Day date={date} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A day in UTC, and the hour at which it begins or ends in the reader's zone. */
function Planned(props: { term: string; day: Date; hour: AdminKey; at: Date }) {
  const { term, day, hour, at } = props
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <Day date={day} />
        <span className="hint">, {t.rich(hour, { time: () => <Time at={at} zone exact /> })}</span>
      </dd>
    </>
  )
}
