import { db } from '@/lib/db'
import { showsLetters, trimLines, withoutTurns } from '@/lib/text/clean-text'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken } from '@/lib/vault/token'

/** The longest appeal, in Unicode code points. */
export const MAX_APPEAL_LENGTH = 2000

export type AppealResult = { ok: true; locale: string } | { ok: false; reason: 'token_unknown' | 'empty' }

/**
 * Stores the appeal of the signer of a held or removed signature, sealed. A later appeal replaces it.
 */
export async function appeal(token: string, text: string, now: Date): Promise<AppealResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown' }
  const written = Array.from(withoutTurns(trimLines(text.normalize('NFC'))))
    .slice(0, MAX_APPEAL_LENGTH)
    .join('')
  if (!showsLetters(written)) return { ok: false, reason: 'empty' }
  const [kept] = await db().signature.updateManyAndReturn({
    where: { tokenHash, state: { in: ['held', 'removed'] } },
    data: { appeal: sealRecord({ text: written }), appealedAt: now },
    select: { locale: true },
  })
  return kept ? { ok: true, locale: kept.locale } : { ok: false, reason: 'token_unknown' }
}
