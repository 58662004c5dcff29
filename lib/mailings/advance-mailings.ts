import { db } from '@/lib/db'
import { isAnyFrozen } from '@/lib/staff/approvals/people'
import { audit } from '@/lib/staff/audit/audit'
import { lockRow } from '@/lib/transaction'
import type { Mailing, Prisma } from '@/prisma/generated/client'
import { isRecipient } from './recipients'
import { isLapsed } from './solo-mailing'

/** Maximum number of mailing mails queued at a time: a few seconds of sending, so that the queue stays short. */
const MAX_WAITING = 400

/**
 * Takes one step of every mailing in progress: counts and deletes settled mails, and queues the next ones. Cursor and
 * mails change in one transaction that locks the mailing, so a crash neither repeats nor skips anyone, and a second
 * worker waits.
 * @returns how many mails were queued
 */
export async function advanceMailings(now: Date): Promise<number> {
  const open = await db().mailing.findMany({
    where: { stage: { in: ['sending', 'stopped'] } },
    orderBy: { startedAt: 'asc' },
    select: { id: true },
  })
  let queued = 0
  for (const { id } of open) queued += await advance(id, now)
  return queued
}

function advance(id: string, now: Date): Promise<number> {
  return db().$transaction(async (tx) => {
    await lockRow(tx, 'mailing', id)
    const update = await tx.mailing.findUniqueOrThrow({ where: { id } })
    if (update.stage !== 'sending' && update.stage !== 'stopped') return 0
    await settle(tx, id)
    const waiting = await tx.mail.count({ where: { mailingId: { not: null } } })
    const room = MAX_WAITING - waiting
    if (
      update.stage === 'sending' &&
      !update.queuedAt &&
      (await isAnyFrozen(tx, [update.startedBy, update.approvedBy], now))
    )
      return 0
    if (update.stage === 'sending' && !update.queuedAt) return room > 0 ? queue(tx, update, room, now) : 0
    const left = await tx.mail.count({ where: { mailingId: id } })
    if ((update.queuedAt || isLapsed(update, now)) && left === 0) await finish(tx, id, now)
    return 0
  })
}

/** Counts settled mails and deletes them, so that the queue does not show who got which mail. */
async function settle(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM mail WHERE mailing_id = ${id}::uuid AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)
      RETURNING sent_at, failure
    ), sums AS (
      SELECT count(sent_at)::int AS accepted,
        count(*) FILTER (WHERE sent_at IS NULL AND failure IN ('nothing_to_send', 'suppressed'))::int AS dropped,
        count(*) FILTER (WHERE sent_at IS NULL AND failure NOT IN ('nothing_to_send', 'suppressed'))::int AS refused
      FROM gone)
    UPDATE mailing SET accepted = mailing.accepted + sums.accepted,
      dropped = mailing.dropped + sums.dropped, refused = mailing.refused + sums.refused
    FROM sums WHERE id = ${id}::uuid`
}

/**
 * Queues the next recipients after the cursor, in the order of their token hashes, which key rotations do not change.
 * Without approval, no more are queued than were counted at the start, even if more have signed since.
 */
async function queue(tx: Prisma.TransactionClient, update: Mailing, room: number, now: Date): Promise<number> {
  const { id, petitionId, startedAt, cursor } = update
  const since = startedAt ?? now
  const most = update.approvedBy === null ? Math.min(room, Math.max(0, update.recipients - update.queued)) : room
  const [done] = await tx.$queryRaw<{ found: number; last: Uint8Array<ArrayBuffer> | null }[]>`
    WITH due AS (
      SELECT s.petition_id, s.email_index, s.token_hash FROM signature s
      WHERE ${isRecipient(petitionId, since)} AND s.token_hash > ${cursor ?? Buffer.alloc(0)}::bytea
      ORDER BY s.token_hash LIMIT ${most}::int
    ), queued AS (
      INSERT INTO mail (address_index, id, kind, petition_id, email_index, mailing_id, queued_at, not_before)
      SELECT sha256(decode(replace(${id}, '-', ''), 'hex') || token_hash), ${id}::uuid, 'mailing', petition_id, email_index, ${id}::uuid, ${now}, ${now} FROM due
      ON CONFLICT DO NOTHING
    )
    SELECT count(*)::int AS found, (SELECT token_hash FROM due ORDER BY token_hash DESC LIMIT 1) AS last FROM due`
  const found = done?.found ?? 0
  const ended = found < room ? { queuedAt: now, cursor: null } : { cursor: done?.last ?? null }
  await tx.mailing.update({ where: { id }, data: { queued: { increment: found }, ...ended } })
  return found
}

async function finish(tx: Prisma.TransactionClient, id: string, now: Date): Promise<void> {
  const { accepted, refused, dropped } = await tx.mailing.update({
    where: { id },
    data: { stage: 'done', endedAt: now, cursor: null },
  })
  const detail = { accepted, refused, dropped }
  await audit(tx, { by: null, verb: 'update.done', subject: `update:${id}`, detail }, now)
}
