import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'
import { reserveSoloQuota } from '../solo-quota/reserve-solo-quota'
import { readKey } from './signature-key'
import { subjectOf } from './subject'

export type ChangeResult =
  | { ok: true; state: SignatureState }
  | { ok: false; reason: 'unknown' | 'changed' | 'needs_two' }

/** One step of a signature's life at the desk: from where it may start, and what becomes of the row. */
export interface Change {
  verb: Extract<Verb, `signature.${string}`>
  from: SignatureState[]
  set: Prisma.Sql
}

/**
 * Makes one change to one signature, and records it, in one transaction. Each takes of the solo quota; what finds none
 * left takes a second person, and so the way of many (`askSelection`).
 * @param seen the state that the person saw: if it is another by now, nothing is done and they are told
 * @param also what else belongs to it, in the same transaction
 */
export async function changeState(
  by: Staff,
  change: Change,
  key: string,
  seen: string,
  detail: Record<string, string>,
  now: Date,
  also?: (tx: Prisma.TransactionClient, changed: Changed[]) => Promise<void>,
): Promise<ChangeResult> {
  authorise(by, change.verb)
  const where = readKey(key)
  if (!where || !change.from.some((state) => state === seen))
    return { ok: false, reason: where ? 'changed' : 'unknown' }
  const changing = db().$transaction(async (tx): Promise<ChangeResult> => {
    const [row] = await changeRows(tx, change, where.petitionId, [where.emailIndex], [seen as SignatureState])
    if (!row) return { ok: false, reason: 'changed' }
    if (!(await reserveSoloQuota(tx, by, where.petitionId, 1, now))) throw new NeedsTwo()
    await also?.(tx, [row])
    const subject = subjectOf(row.commitment)
    await audit(tx, { by, verb: change.verb, subject, detail: { before: seen, after: row.state, ...detail } }, now)
    return { ok: true, state: row.state }
  })
  return changing.catch((error: unknown) => {
    if (error instanceof NeedsTwo) return { ok: false, reason: 'needs_two' }
    throw error
  })
}

/** Takes the row's change back with it. */
class NeedsTwo extends Error {}

/** A row after its change. */
export interface Changed {
  emailIndex: Uint8Array
  commitment: Uint8Array
  country: string
  state: SignatureState
  /** Of the leaf by which it is counted, if it is. */
  leafIndex: bigint | null
}

/**
 * Changes rows that are still in the state they were seen in. A row that the appender is counting at this moment is
 * waited for, and then has changed.
 */
export function changeRows(
  tx: Prisma.TransactionClient,
  { from, set }: Change,
  petitionId: string,
  emailIndexes: Uint8Array[],
  seen: SignatureState[],
): Promise<Changed[]> {
  return tx.$queryRaw<Changed[]>`
    UPDATE signature s SET ${set}
    FROM unnest(${emailIndexes}::bytea[], ${seen}::text[]) AS wanted(email_index, state)
    WHERE s.petition_id = ${petitionId}::uuid AND s.email_index = wanted.email_index
      AND s.state = wanted.state::signature_state AND s.state = ANY(${from}::signature_state[])
    RETURNING s.email_index AS "emailIndex", s.commitment, s.country, s.state::text AS state,
      s.leaf_index AS "leafIndex"`
}
