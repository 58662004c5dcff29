import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { db } from '@/lib/db'
import type { StaffSession } from '../find-staff-session'
import { boundChallenge, CHALLENGE_LIFE, newChallenge } from './challenge'
import { relyingParty } from './relying-party'

/** The options that a browser needs to create a passkey, with a challenge bound to the session. */
export async function beginAdding(session: StaffSession, now: Date): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { id, email } = session.user
  const { id: rpID, name: rpName } = relyingParty()
  return generateRegistrationOptions({
    rpID,
    rpName,
    userID: new Uint8Array(Buffer.from(id)),
    userName: email,
    challenge: bytes(await newChallenge(session.id, 'add', now)),
    timeout: CHALLENGE_LIFE,
    // We do not need the make of the key, which would reveal something about its owner.
    attestationType: 'none',
    excludeCredentials: await passkeysOf(id),
    // Requires a fingerprint or PIN, so that a key that somebody found is useless.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
}

/**
 * The options that a browser needs to verify one of this person's passkeys.
 * @param digest of the request that it confirms; absent at sign-in
 */
export async function beginAssertion(
  session: StaffSession,
  now: Date,
  digest?: Buffer,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const random = await newChallenge(session.id, digest ? 'step-up' : 'show', now)
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: bytes(digest ? boundChallenge(random, digest) : random),
    timeout: CHALLENGE_LIFE,
    allowCredentials: await passkeysOf(session.user.id),
    userVerification: 'required',
  })
}

function passkeysOf(userId: string): Promise<{ id: string; transports: string[] }[]> {
  return db().passkey.findMany({ where: { userId }, select: { id: true, transports: true } })
}

function bytes(challenge: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(challenge, 'base64url'))
}
