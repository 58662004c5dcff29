import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import type { ApplicationState } from '@/prisma/generated/enums'
import { APPLICATION_LIFE_DAYS } from './application-record'

/** What the page behind a mailed link may say. Nothing of it is sealed. */
export interface ApplicationStatus {
  state: ApplicationState | 'expired'
  locale: string
  receivedAt: Date
  expiresAt: Date
}

/** The application behind a mailed token, or null. Reading changes nothing. */
export async function findApplication(token: string, now: Date): Promise<ApplicationStatus | null> {
  const tokenHash = hashToken(token)
  const row = tokenHash && (await db().application.findUnique({ where: { tokenHash }, omit: { sealed: true } }))
  if (!row) return null
  const expiresAt = new Date(row.receivedAt.getTime() + APPLICATION_LIFE_DAYS * 86_400_000)
  const state = row.state === 'pending' && expiresAt <= now ? 'expired' : row.state
  return { state, locale: row.locale, receivedAt: row.receivedAt, expiresAt }
}
