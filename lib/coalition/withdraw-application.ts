import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import type { ApplicationResult } from './confirm-application'

/** Withdraws an application that staff have not decided on, and deletes its content. */
export async function withdrawApplication(token: string): Promise<ApplicationResult> {
  const tokenHash = hashToken(token)
  const row = tokenHash && (await db().application.findUnique({ where: { tokenHash }, select: { locale: true } }))
  if (!row) return { ok: false, reason: 'token_unknown', locale: null }
  await db().application.updateMany({
    where: { tokenHash, state: { in: ['pending', 'confirmed'] } },
    data: { state: 'withdrawn', sealed: Buffer.alloc(0), own: null },
  })
  return { ok: true, locale: row.locale }
}
