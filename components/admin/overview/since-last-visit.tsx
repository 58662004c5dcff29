import type { PersonSummary } from '@/lib/staff/audit/summarise-entries'
import { AuditSummary } from '../audit-summary'
import { Time } from '../time'
import { t } from '../words'

/** Other people's acts since this person's last visit; the first thing for roles that only read. */
export function SinceLastVisit({ since, people }: { since: Date; people: PersonSummary[] }) {
  return (
    <section className="panel">
      <h2>{t('overview.sinceLastVisit')}</h2>
      <p>
        {t.rich('overview.lastVisitAt', {
          time: () => <Time at={since} zone />,
          link: (inner) => <a href="/admin/audit">{inner}</a>,
        })}
      </p>
      <AuditSummary people={people} />
    </section>
  )
}
