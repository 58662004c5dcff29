import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { db } from '@/lib/db'
import type { Passkey } from '@/prisma/generated/client'
import { type Confirmed, passFactor, recordPassed } from '../factor/pass-factor'
import type { StaffSession } from '../find-staff-session'
import { boundChallenge, consumeChallenge } from './challenge'
import { readResponse } from './read-response'
import { relyingParty } from './relying-party'

/**
 * Verifies a passkey as the session's second factor: one of this person's, with user verification, over this session's
 * challenge, from our own origin, with a counter that has advanced.
 * @param typed the browser's answer, JSON
 * @param confirms the request that the answer must cover; none at sign-in
 */
export async function verifyPasskey(
  session: StaffSession,
  typed: string,
  now: Date,
  confirms?: Confirmed,
): Promise<boolean> {
  const random = await consumeChallenge(session.id, confirms ? 'step-up' : 'show', now)
  const challenge = random && confirms ? boundChallenge(random, confirms.digest) : random
  const response = readResponse<AuthenticationResponseJSON>(typed)
  if (!challenge || !response) return false
  const { id: userId } = session.user
  const passkey = await db().passkey.findFirst({ where: { id: response.id, userId } })
  const counter = passkey && (await counterOf(passkey, response, challenge))
  if (!passkey || counter === null) return false
  return db().$transaction(async (tx) => {
    // A cloned key that answers at the same moment finds the counter used. Keys without a counter stay at 0.
    const moved = counter > 0n ? { lt: counter } : 0n
    const { count } = await tx.passkey.updateMany({
      where: { id: passkey.id, counter: moved },
      data: { counter, usedAt: now },
    })
    if (count === 0) return false
    await passFactor(tx, session, 'passkey', now)
    await recordPassed(tx, session, 'passkey', confirms, now)
    return true
  })
}

/** @returns the new counter; null if the answer is invalid */
async function counterOf({ id, publicKey, counter }: Passkey, response: AuthenticationResponseJSON, challenge: string) {
  const { id: expectedRPID, origin } = relyingParty()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID,
      credential: { id, publicKey: new Uint8Array(publicKey), counter: Number(counter) },
      requireUserVerification: true,
    })
    return verified ? BigInt(authenticationInfo.newCounter) : null
  } catch {
    return null
  }
}
