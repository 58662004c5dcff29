import { randomUUID } from 'node:crypto'
import { MAX_TOGETHER } from '@/lib/comments/decide-comments'
import { sayTheSame, type WaitingComment } from '@/lib/comments/same-text'
import { db } from '@/lib/db'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { countingSql } from '@/lib/signatures/states'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { Prisma } from '@/prisma/generated/client'
import { claimRows, isFree, lockClaims } from './claims'

/** How many of the longest waiting comments are compared with each other. */
const MAX_COMPARED = 1_000
/** Others may claim all comments with the same text meanwhile. */
const ATTEMPTS = 3

/** The waiting comments that a moderator asks for. */
export interface WantedComments {
  /** One at a time, even if others have the same text. */
  alone: boolean
  /** The language of the comments; empty for all. */
  locale: string
}

/**
 * Claims the longest waiting free comment for a person, together with those of its petition that have the same text.
 * Reading each is logged.
 * @returns how many were claimed; 0 if none is left
 */
export async function claimComments(by: Staff, { alone, locale }: WantedComments, now: Date): Promise<number> {
  authorise(by, 'comment.read')
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const rows = await db().$queryRaw<WaitingComment[]>`
      SELECT s.petition_id::text AS "petitionId", s.email_index AS "emailIndex", s.content_mac AS "contentMac"
      FROM signature s WHERE ${waits(by, now)} ${locale ? Prisma.sql`AND s.locale = ${locale}` : Prisma.empty}
      ORDER BY s.received_at, s.email_index LIMIT ${alone ? 1 : MAX_COMPARED}`
    if (rows.length === 0) return 0
    const claimed = await claim(by, alone ? rows : await sayTheSame(rows), now)
    if (claimed > 0) return claimed
  }
  return 0
}

/** Claims the comments of these keys again, after a decision on them was undone. @returns how many were claimed */
export function claimAgain(by: Staff, keys: string[], now: Date): Promise<number> {
  return claim(
    by,
    keys.flatMap((key) => readKey(key) ?? []),
    now,
  )
}

type Key = Pick<WaitingComment, 'petitionId' | 'emailIndex'>

/** Claims those of one petition that are still free. */
function claim(by: Staff, keys: Key[], now: Date): Promise<number> {
  return staffWrite(by, 'comment.read', now, async ({ tx, log }) => {
    const petitionId = keys[0]?.petitionId
    if (!petitionId) return 0
    const mine = keys.filter((key) => key.petitionId === petitionId).map(({ emailIndex }) => Buffer.from(emailIndex))
    await lockClaims(tx)
    const rows = Prisma.sql`
      SELECT s.petition_id, s.email_index FROM signature s
      WHERE s.petition_id = ${petitionId}::uuid AND s.email_index = ANY(${mine}::bytea[]) AND ${waits(by, now)}
      ORDER BY s.received_at, s.email_index LIMIT ${MAX_TOGETHER}`
    const claimed = await tx.$queryRaw<{ commitment: Uint8Array }[]>`
      WITH claimed AS (${claimRows('comments', by, rows, now, randomUUID())})
      SELECT s.commitment FROM claimed JOIN signature s USING (petition_id, email_index)`
    for (const { commitment } of claimed) log('comment.read', subjectOf(commitment))
    return claimed.length
  })
}

/** SQL predicate: the comment of the signature `s` waits for a decision, and nobody has it. */
function waits(by: Staff, now: Date): Prisma.Sql {
  return Prisma.sql`s.has_comment AND s.state IN ${Prisma.raw(countingSql)} AND NOT EXISTS (SELECT FROM comment k
    WHERE k.petition_id = s.petition_id AND k.email_index = s.email_index) AND ${isFree('comments', by, now)}`
}
