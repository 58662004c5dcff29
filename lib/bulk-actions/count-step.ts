import { db } from '@/lib/db'
import { mailDomainOf } from '@/lib/input/canonical-email'
import { parts } from '@/lib/signatures/admin/facets'
import { type TransitionVerb, transitions } from '@/lib/signatures/admin/transitions'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { audit } from '@/lib/staff/audit/audit'
import { transact } from '@/lib/transaction'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'
import { parseRule, type Rule } from './rule'

/** Signatures examined in one step; fewer if each must be decrypted, so that the server stays responsive. */
const BATCH_SIZE = 500_000
const BATCH_SIZE_OPENING = 500

interface Counting {
  id: string
  petitionId: string
  verb: string
  rule: string
  cursor: Uint8Array | null
  askedAt: Date
}

/**
 * Counts the next batch: stores the rule's signatures that were received within the next period, in one statement.
 * Signatures received after the bulk action was created are left out. A rule that can no longer be parsed cancels it.
 */
export async function countStep(act: Counting, now: Date): Promise<void> {
  const rule = parseRule(act.rule)
  if (!rule) return stopUnreadable(act.id, now)
  const size = rule.domain ? BATCH_SIZE_OPENING : BATCH_SIZE
  await db().$transaction(async (tx) => {
    // Skipped if another worker has locked it.
    const [ours] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM bulk_action WHERE id = ${act.id}::uuid AND stage = 'counting' FOR UPDATE SKIP LOCKED`
    if (!ours) throw new Stale()
    const from = act.cursor ? readMoment(act.cursor) : await before(tx, rule.filter.from)
    const { to, last } = await timeRange(tx, from, act.askedAt, rule.filter.to, size)
    const pages = parts(rule.filter).map(
      (part) => Prisma.sql`s.received_at > ${from} AND s.received_at <= ${to}
        AND s.state = ANY(${transitions[act.verb as TransitionVerb].from}::signature_state[]) AND ${part}`,
    )
    let found = 0
    for (const page of pages)
      found += await (rule.domain ? addOfDomain(tx, act.id, page, rule.domain) : addAll(tx, act.id, page))
    const { count } = await tx.bulkAction.updateMany({
      where: { id: act.id, stage: 'counting', cursor: act.cursor ? Buffer.from(act.cursor) : null },
      data: { cursor: writeMoment(to), total: { increment: found }, ...(last ? { stage: 'ready' } : {}) },
    })
    // It was cancelled meanwhile, or counted by another worker.
    if (count === 0) throw new Stale()
  }, LONG_TRANSACTION)
}

/** Cancels a bulk action whose rule cannot be parsed, before it has found anything. */
function stopUnreadable(id: string, now: Date): Promise<void> {
  return transact(async (tx) => {
    const { count } = await tx.bulkAction.updateMany({
      where: { id, stage: 'counting' },
      data: { stage: 'cancelled', endedAt: now },
    })
    const detail = { stage: 'cancelled', rule: 'cannot be read any more' }
    if (count === 1) await audit(tx, { by: null, verb: 'bulk.decide', subject: `bulk:${id}`, detail }, now)
  })
}

/** A full batch takes seconds; many on a busy machine. */
const LONG_TRANSACTION = { timeout: 120_000 }

/** Thrown if another worker took the step. */
export class Stale extends Error {}

/** A time just before the first that the rule includes. */
async function before(tx: Prisma.TransactionClient, from: Rule['filter']['from']): Promise<Date> {
  if (from) return new Date(from.getTime() - 1)
  const { _min } = await tx.signature.aggregate({ _min: { receivedAt: true } })
  return new Date((_min.receivedAt?.getTime() ?? 1) - 1)
}

/** The period in which the next batch was received; equal times stay in one period. */
async function timeRange(
  tx: Prisma.TransactionClient,
  from: Date,
  askedAt: Date,
  until: Date | undefined,
  size: number,
) {
  const end = until && until < askedAt ? new Date(until.getTime() - 1) : askedAt
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT received_at AS at FROM signature WHERE received_at > ${from} AND received_at <= ${end}
    ORDER BY received_at OFFSET ${size} LIMIT 1`
  return row ? { to: row.at, last: false } : { to: end, last: true }
}

function addAll(tx: Prisma.TransactionClient, bulkActionId: string, page: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO bulk_item (bulk_action_id, email_index, expected) SELECT ${bulkActionId}::uuid, s.email_index, s.state FROM signature s
    WHERE ${page} ORDER BY s.email_index ON CONFLICT DO NOTHING`
}

async function addOfDomain(
  tx: Prisma.TransactionClient,
  bulkActionId: string,
  page: Prisma.Sql,
  domain: string,
): Promise<number> {
  // In the order in which they were sealed: records of one minute share a data key, which is then decrypted once.
  const rows = await tx.$queryRaw<{ index: Uint8Array<ArrayBuffer>; state: SignatureState; sealed: Uint8Array }[]>`
    SELECT s.email_index AS index, s.state::text AS state, s.sealed FROM signature s WHERE ${page} ORDER BY s.received_at`
  const data = rows
    .filter(({ sealed }) => domainOf(sealed) === domain)
    .map(({ index, state }) => ({ bulkActionId, emailIndex: index, expected: state }))
  const { count } = await tx.bulkItem.createMany({ data, skipDuplicates: true })
  return count
}

function domainOf(sealed: Uint8Array): string | undefined {
  const email = tryOpen(() => openRecord(sealed, signatureRecord).email)
  return email ? mailDomainOf(email).toLowerCase() : undefined
}

function readMoment(bytes: Uint8Array): Date {
  return new Date(Number(Buffer.from(bytes).readBigInt64BE()))
}

function writeMoment(moment: Date): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(moment.getTime()))
  return bytes
}
