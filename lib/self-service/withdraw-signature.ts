import { pool } from '@/lib/db'
import { WAITING } from '@/lib/signatures/states'
import { withdraw } from '@/lib/signatures/withdraw'
import { findSelfService } from './find-self-service'
import type { SelfServiceResult } from './self-service-result'
import { setSessionNotice } from './set-session-notice'

/** Withdraws one of the signatures of a visit. */
export async function withdrawSignature(token: string, petitionSlug: string, now: Date): Promise<SelfServiceResult> {
  const own = await findSelfService(token, now)
  if (own?.kind !== 'visit') return { ok: false, reason: 'visit_unknown' }
  const signature = own.signatures.find((held) => held.petitionSlug === petitionSlug && held.state !== WAITING)
  if (!signature) return { ok: false, reason: 'visit_unknown' }
  const result = await withdraw(signature.record.token, now)
  if (result.ok) await setSessionNotice(pool(), token, { ...own.content, notice: 'withdrawn' })
  return { ok: true, locale: own.content.locale }
}
