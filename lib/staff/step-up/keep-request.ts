import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { tryOpen } from '@/lib/vault/aead'
import { paddedJson } from '@/lib/vault/padded-json'
import { decryptSecret, encryptSecret } from '../encrypt-secret'
import { allVerbs, type Verb } from '../roles'
import type { Staff } from '../staff'

/** A request that needs the second factor again, exactly as submitted. */
export interface StepUpRequest {
  verb: Verb
  /** The action to execute afterwards; empty: they return to `back`. */
  action: string
  /** The form's text fields, in order. */
  fields: [name: string, value: string][]
  back: string
}

const stored = z.object({
  verb: z.enum(allVerbs),
  action: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  back: z.string().regex(/^\/admin(\/|$)/),
})

/**
 * Stores a request until the second factor is shown: encrypted for this session, and deleted with it.
 * @returns its id
 */
export async function keepRequest(by: Staff, request: StepUpRequest, now: Date): Promise<string> {
  const id = randomUUID()
  const box = encryptSecret(paddedJson(stored.parse(request)), owner(by.session.id))
  await db().savedForm.create({ data: { id, sessionId: by.session.id, box, keptAt: now } })
  return id
}

/** Returns a request stored in this session; null if there is none, or it was executed. */
export async function findRequest(sessionId: string, id: string): Promise<StepUpRequest | null> {
  if (!isId(id)) return null
  const row = await db().savedForm.findFirst({ where: { id, sessionId } })
  return row && read(row.box, sessionId)
}

/** Takes the request to execute it. Only one call gets it, however often the factor is shown. */
export async function consumeRequest(sessionId: string, id: string): Promise<StepUpRequest | null> {
  const request = await findRequest(sessionId, id)
  if (!request) return null
  const { count } = await db().savedForm.deleteMany({ where: { id, sessionId } })
  return count === 1 ? request : null
}

/** SHA-256 of the request in canonical form, which a passkey's answer covers. */
export function requestDigest(sessionId: string, request: StepUpRequest): Buffer {
  const { verb, action, fields, back } = request
  const text = JSON.stringify([sessionId, verb, action, fields, back])
  return createHash('sha256').update(`icnk.org/step-up/v1\n${text}`).digest()
}

function read(box: Uint8Array, sessionId: string): StepUpRequest | null {
  return tryOpen(() => stored.parse(JSON.parse(decryptSecret(box, owner(sessionId)))))
}

function owner(sessionId: string): string {
  return `step-up ${sessionId}`
}
