import { pool } from '@/lib/db'
import { PENDING } from '@/lib/signatures/states'
import { withdraw } from '@/lib/signatures/withdraw'
import { findSelfService } from './find-self-service'
import type { SelfServiceResult } from './self-service-result'
import { setSessionNotice } from './set-session-notice'

/** Withdraws one of the signatures of an access session. */
export async function withdrawSignature(token: string, petitionSlug: string, now: Date): Promise<SelfServiceResult> {
  const own = await findSelfService(token, now)
  if (own?.kind !== 'session') return { ok: false, reason: 'session_unknown' }
  const signature = own.signatures.find((held) => held.petitionSlug === petitionSlug && held.state !== PENDING)
  if (!signature) return { ok: false, reason: 'session_unknown' }
  const result = await withdraw(signature.record.token, now)
  if (result.ok) await setSessionNotice(pool(), token, { ...own.content, notice: 'withdrawn' })
  return { ok: true, locale: own.content.locale }
}
