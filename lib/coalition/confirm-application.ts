import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import { APPLICATION_LIFE_DAYS } from './application-record'

export type ApplicationResult =
  | { ok: true; locale: string }
  | { ok: false; reason: 'token_unknown' | 'expired' | 'withdrawn'; locale: string | null }

/** Confirms the application of a mailed token and so queues it for staff. Doing it twice has the effect of once. */
export async function confirmApplication(token: string, now: Date): Promise<ApplicationResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown', locale: null }
  const oldest = new Date(now.getTime() - APPLICATION_LIFE_DAYS * 86_400_000)
  await db().application.updateMany({
    where: { tokenHash, state: 'pending', receivedAt: { gt: oldest } },
    data: { state: 'confirmed', confirmedAt: now, own: null },
  })
  const row = await db().application.findUnique({ where: { tokenHash }, select: { state: true, locale: true } })
  if (!row) return { ok: false, reason: 'token_unknown', locale: null }
  if (row.state === 'pending') return { ok: false, reason: 'expired', locale: row.locale }
  if (row.state === 'withdrawn') return { ok: false, reason: 'withdrawn', locale: row.locale }
  return { ok: true, locale: row.locale }
}
