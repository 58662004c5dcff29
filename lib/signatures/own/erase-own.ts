import { eraseAddress } from '../erasures/erase-address'
import { findOwn } from './find-own'
import type { OwnResult } from './own-result'

/** Erases everything that is held about the person of a visit, the visit included. It is done when this returns. */
export async function eraseOwn(token: string, now: Date): Promise<OwnResult> {
  const own = await findOwn(token, now)
  if (own?.kind !== 'visit') return { ok: false, reason: 'visit_unknown' }
  await eraseAddress(own.content.canonical, now)
  return { ok: true, locale: own.content.locale }
}
