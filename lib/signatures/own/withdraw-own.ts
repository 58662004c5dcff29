import { pool } from '@/lib/db'
import { withdraw } from '../withdraw'
import { findOwn } from './find-own'
import { noteInVisit } from './note-in-visit'
import type { OwnResult } from './own-result'

/** Withdraws one of the signatures of a visit. */
export async function withdrawOwn(token: string, petitionSlug: string, now: Date): Promise<OwnResult> {
  const own = await findOwn(token, now)
  if (own?.kind !== 'visit') return { ok: false, reason: 'visit_unknown' }
  const signature = own.signatures.find((held) => held.petitionSlug === petitionSlug && held.state !== 'pending')
  if (!signature) return { ok: false, reason: 'visit_unknown' }
  const result = await withdraw(signature.record.token, now)
  if (result.ok) await noteInVisit(pool(), token, { ...own.content, notice: 'withdrawn' })
  return { ok: true, locale: own.content.locale }
}
