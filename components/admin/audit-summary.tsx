import type { PersonSummary } from '@/lib/staff/audit/summarise-entries'
import { auditWords } from './audit-words'
import { Empty } from './empty'
import { t } from './words'

/** Who did what in a period, a sentence each; a name leads to that person's entries. */
export function AuditSummary({ people }: { people: PersonSummary[] }) {
  if (people.length === 0) return <Empty>{t('audit.nothingWasRecorded')}</Empty>
  return (
    <ul className="todo">
      {people.map(({ staffId, name, acts }) => (
        <li key={staffId ?? ''}>
          <div>
            <strong>
              {staffId ? (
                <a href={`/admin/audit?person=${staffId}`}>{name ?? t('audit.formerColleague')}</a>
              ) : (
                t('audit.theServer')
              )}
            </strong>{' '}
            {acts.map(({ verb, count }) => auditWords(verb, count)).join('; ')}.
          </div>
        </li>
      ))}
    </ul>
  )
}
