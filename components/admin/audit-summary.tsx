import type { PersonSummary } from '@/lib/staff/audit/summarise-entries'
import { auditWords } from './audit-words'
import { Empty } from './empty'
import { t } from './words'

/** Maximum number of people with a sentence, so that the page stays below 45 KB. */
const SUMMARISED = 20

/** Each person's acts in a period, one sentence each; a name links to that person's entries. */
export function AuditSummary({ people: all }: { people: PersonSummary[] }) {
  if (all.length === 0) return <Empty>{t('audit.nothingWasRecorded')}</Empty>
  const [people, others] = [all.slice(0, SUMMARISED), all.slice(SUMMARISED)]
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
      {others.length > 0 && (
        <li>
          {t('audit.otherPeople', {
            people: others.length,
            entries: others.reduce((sum, { entries }) => sum + entries, 0),
          })}
        </li>
      )}
    </ul>
  )
}
