import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { lockRow, transact } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit/audit'
import { discardPendingTotp } from '../factor/enrol-totp'
import { passFactor, staffOfPassed } from '../factor/pass-factor'
import { newRecoveryCodes } from '../factor/recovery-codes'
import type { StaffSession } from '../find-staff-session'
import { consumeChallenge } from './challenge'
import { readResponse } from './read-response'
import { relyingParty } from './relying-party'

/** Passkeys of one person. */
const MAX_PASSKEYS = 10

export type AddResult = { ok: true; codes: string[] | null } | { ok: false; reason: 'passkey' | 'too_many' }

/**
 * Adds a passkey that a browser created. A person's first factor also counts as this session's.
 * @param typed the browser's answer, JSON
 * @returns ten recovery codes to be shown once; null if the person has some
 */
export async function addPasskey(session: StaffSession, name: string, typed: string, now: Date): Promise<AddResult> {
  const challenge = await consumeChallenge(session.id, 'add', now)
  const credential = challenge && (await verified(typed, challenge))
  if (!credential) return { ok: false, reason: 'passkey' }
  const { id } = session.user
  return transact<AddResult>(async (tx) => {
    await lockRow(tx, 'staff', id)
    // Another session has added their first factor meanwhile; this session must verify it.
    if (!session.secondFactorAt && (await hasFactor(tx, id))) return { ok: false, reason: 'passkey' }
    if ((await tx.passkey.count({ where: { userId: id } })) >= MAX_PASSKEYS) return { ok: false, reason: 'too_many' }
    const { count } = await tx.passkey.createMany({
      data: {
        id: credential.id,
        userId: id,
        publicKey: Buffer.from(credential.publicKey),
        counter: BigInt(credential.counter),
        transports: credential.transports ?? [],
        name: name.slice(0, 60) || 'Passkey',
        createdAt: now,
      },
      skipDuplicates: true,
    })
    if (count === 0) return { ok: false, reason: 'passkey' }
    await discardPendingTotp(tx, id)
    if (!session.secondFactorAt) await passFactor(tx, session, 'passkey', now)
    const hasCodes = (await tx.recoveryCode.count({ where: { userId: id } })) > 0
    const codes = hasCodes ? null : await newRecoveryCodes(tx, id)
    const by = staffOfPassed(session, 'passkey')
    await audit(tx, { by, verb: 'factor.add', subject: `staff:${id}`, detail: { factor: 'passkey' } }, now)
    return { ok: true, codes }
  })
}

async function hasFactor(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  const one = { OR: [{ totpSince: { not: null } }, { passkeys: { some: {} } }] }
  return (await tx.user.count({ where: { id, ...one } })) > 0
}

async function verified(typed: string, expectedChallenge: string) {
  const response = readResponse<RegistrationResponseJSON>(typed)
  if (!response) return null
  const { id, origin } = relyingParty()
  try {
    const result = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    })
    return result.verified ? result.registrationInfo.credential : null
  } catch {
    // The error's message quotes the answer, and does not help the person.
    return null
  }
}
