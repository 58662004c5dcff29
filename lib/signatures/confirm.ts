import { pool } from '@/lib/db'
import { countAbuseEvent } from '@/lib/integrity/abuse-metrics'
import { crowdedDomains, noteConfirmed } from '@/lib/integrity/confirmed-domains'
import { hashToken } from '@/lib/vault/token'
import { confirmStatement } from './confirm-statement'
import type { Correction } from './correct-form'
import { whyNotConfirmed } from './why-not-confirmed'

export type ConfirmResult =
  | { ok: true; locale: string }
  | {
      ok: false
      reason:
        | 'token_unknown'
        | 'petition_closed'
        | 'expired'
        | 'superseded'
        | 'dismissed'
        | 'held'
        | 'removed'
        | 'withdrawn'
      locale: string | null
    }

/**
 * Confirms the form behind a mailed token, and that form alone: it becomes the person's signature, and what else waits
 * for them here vanishes. Of twenty presses, or of twenty forms of one person confirmed at once, one counts. It is counted
 * by the appender with the next batch; a suspicious one, one more of a mailbox that has two, and one of a mail domain of
 * which very many came within the hour, is held until a person has looked at it.
 * @param correction what its person put right on the page (`correctForm`)
 */
export async function confirm(token: string, now: Date, correction: Correction | null = null): Promise<ConfirmResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown', locale: null }
  const { busy, crowded } = await crowdedDomains(now)
  const confirmed = await pool().query<{ locale: string; state: string; domain_index: Buffer | null }>({
    name: 'confirm-signature',
    text: confirmStatement,
    values: [
      tokenHash,
      now,
      correction?.contentMac ?? null,
      correction?.commitment ?? null,
      correction?.sealed ?? null,
      correction?.country ?? null,
      correction?.display ?? null,
      correction?.updates ?? null,
      correction?.hasComment ?? null,
      correction?.signals ?? null,
      correction?.suspicious ?? null,
      busy,
      crowded,
    ],
  })
  const row = confirmed.rows[0]
  if (!row) return whyNotConfirmed(tokenHash)
  if (row.domain_index) void noteConfirmed(row.domain_index, now)
  if (row.state !== 'held') return { ok: true, locale: row.locale }
  countAbuseEvent('held')
  return { ok: false, reason: 'held', locale: row.locale }
}
