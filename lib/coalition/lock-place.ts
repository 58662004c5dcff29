import { lockName } from '@/lib/locks'
import type { Prisma } from '@/prisma/generated/client'
import { lockNames } from './lock-names'
import { memberNames, namesOfMembers } from './member-names'

type Tx = Prisma.TransactionClient

/**
 * A signer of a letter holds it open until the transaction ends, and a person closing it waits for them: nobody signs
 * one that is closed. Call it before the letter is read.
 */
export async function lockLetter(tx: Tx, letterId: string, how: 'sign' | 'close'): Promise<void> {
  const key = `letter ${letterId}`
  if (how === 'close') await lockName(tx, key)
  else await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`
}

/** How others recognise an organisation at a letter. */
export interface Place {
  /** Folded. */
  search: string
  /** The member it is; null if it is none. */
  memberId: string | null
  /** Folded, `search` among them: a member is known by all of its names. */
  names: string[]
}

/** Holds an organisation's place at a letter until the transaction ends: a member's under all of its names at once. */
export async function lockPlace(tx: Tx, letterId: string, search: string, known: string | null): Promise<Place> {
  const all = await memberNames(tx)
  const memberId = known ?? all.get(search) ?? null
  const names = [...new Set([search, ...namesOfMembers(all, memberId ? [memberId] : [])])]
  await lockNames(tx, letterId, memberId ? [...names, memberKey(memberId)] : names)
  return { search, memberId, names }
}

/** A name for a member that no folded name can be: for those who stand at a letter under one that the list has not. */
export function memberKey(memberId: string): string {
  return `member:${memberId}`
}

/** Whether it has signed, under whichever of its names. Call it with the place held. */
export async function hasSigned(
  tx: Tx,
  letterId: string,
  { names, memberId }: Place,
  but: string | null,
): Promise<boolean> {
  const same = [{ search: { in: names } }, ...(memberId ? [{ memberId }] : [])]
  const state = { in: ['confirmed' as const, 'approved' as const] }
  const others = but ? { id: { not: but } } : {}
  return (await tx.coSignature.count({ where: { letterId, state, OR: same, ...others } })) > 0
}

/** A place that a stranger asked for and was declined at keeps its name from nobody. */
export async function freeName(tx: Tx, letterId: string, search: string, but: string | null): Promise<void> {
  await tx.$executeRaw`UPDATE co_signature SET search = state::text || ' ' || id::text WHERE letter_id = ${letterId}::uuid
    AND search = ${search} AND id IS DISTINCT FROM ${but}::uuid AND domain IS NOT NULL AND state = 'declined'`
}
