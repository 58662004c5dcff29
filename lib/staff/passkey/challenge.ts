import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { newToken } from '@/lib/vault/token'

/** The purpose of a challenge: an answer counts for this purpose only. */
type Purpose = 'add' | 'show' | 'step-up'

/** Answers after this time are refused, in ms. */
export const CHALLENGE_LIFE = 5 * 60_000

/** A new challenge of 256 bits for this session; the previous one becomes invalid. */
export async function newChallenge(sessionId: string, purpose: Purpose, now: Date): Promise<string> {
  const challenge = newToken()
  await db().session.update({
    where: { id: sessionId },
    data: { challenge: `${purpose} ${now.getTime()} ${challenge}` },
  })
  return challenge
}

/**
 * Consumes the session's challenge, whether or not the answer is valid.
 * @returns null if there is none for this purpose, or it is too old
 */
export async function consumeChallenge(sessionId: string, purpose: Purpose, now: Date): Promise<string | null> {
  const [taken] = await db().$queryRaw<{ challenge: string | null }[]>`
    WITH before AS (SELECT id, challenge FROM staff_session WHERE id = ${sessionId}::uuid FOR UPDATE)
    UPDATE staff_session s SET challenge = NULL FROM before WHERE s.id = before.id
    RETURNING before.challenge`
  const [kind, made, challenge] = taken?.challenge?.split(' ') ?? []
  if (kind !== purpose || !challenge) return null
  return now.getTime() - Number(made) <= CHALLENGE_LIFE ? challenge : null
}

/** Binds a challenge to one request: the passkey's answer to it is valid for no other request. */
export function boundChallenge(challenge: string, digest: Buffer): string {
  const random = Buffer.from(challenge, 'base64url')
  return createHash('sha256').update('icnk.org/step-up/v1\n').update(random).update(digest).digest('base64url')
}
