import { eraseAddress } from '@/lib/erasure/erase-address'
import { findSelfService } from './find-self-service'
import type { SelfServiceResult } from './self-service-result'

/**
 * Erases everything stored about the person of an access session, including the session. Complete when this returns.
 */
export async function eraseSignatures(token: string, now: Date): Promise<SelfServiceResult> {
  const own = await findSelfService(token, now)
  if (own?.kind !== 'session') return { ok: false, reason: 'session_unknown' }
  await eraseAddress(own.content.canonical, now)
  return { ok: true, locale: own.content.locale }
}
