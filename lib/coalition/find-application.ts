import { db } from '@/lib/db'
import { tryOpen } from '@/lib/vault/aead'
import { openWithToken } from '@/lib/vault/seal-with-token'
import { hashToken } from '@/lib/vault/token'
import type { ApplicationState } from '@/prisma/generated/enums'
import { APPLICATION_LIFE_DAYS, type ApplicationRecord, applicationRecord } from './application-record'

/** An application as its mailed link shows it. The link's token opens the applicant's own sealed copy. */
export interface ApplicationStatus {
  state: ApplicationState | 'expired'
  locale: string
  receivedAt: Date
  expiresAt: Date
  country: string
  /** The applicant's entries until they are confirmed; null afterwards. */
  own: ApplicationRecord | null
}

/** The application behind a mailed token, or null. Reading changes nothing. */
export async function findApplication(token: string, now: Date): Promise<ApplicationStatus | null> {
  const tokenHash = hashToken(token)
  const row =
    tokenHash && (await db().application.findUnique({ where: { tokenHash }, omit: { sealed: true, decidedBy: true } }))
  if (!row) return null
  const expiresAt = new Date(row.receivedAt.getTime() + APPLICATION_LIFE_DAYS * 86_400_000)
  const state = row.state === 'pending' && expiresAt <= now ? 'expired' : row.state
  const { locale, receivedAt, country } = row
  const { own: sealed } = row
  const own =
    state === 'pending' && sealed ? tryOpen(() => applicationRecord.parse(openWithToken(token, sealed))) : null
  return { state, locale, receivedAt, expiresAt, country, own }
}
