import { db } from '@/lib/db'
import { DOMAIN_DAYS } from '@/lib/signatures/mail-domains/purge-domains'
import { INCIDENT_DAYS } from './list-incidents'

const DAY = 86_400_000

/**
 * Empties, a week after an incident's last day, the key that leads to its mail domain, as the domains themselves are
 * deleted then; and deletes incidents after ninety days. What staff decided stays in the audit log.
 */
export async function purgeIncidents(now: Date): Promise<void> {
  // From the end of that day.
  const before = (days: number) => new Date(now.getTime() - (days + 1) * DAY)
  await db().incident.updateMany({
    where: { lastDay: { lt: before(DOMAIN_DAYS) }, floodKey: { not: null } },
    data: { floodKey: null },
  })
  await db().incident.deleteMany({ where: { lastDay: { lt: before(INCIDENT_DAYS) } } })
}
