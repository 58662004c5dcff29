import { db } from '@/lib/db'
import { parts } from '@/lib/signatures/admin/facets'
import { type TransitionVerb, transitions } from '@/lib/signatures/admin/transitions'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'
import { parseRule, type Rule } from './rule'
import { stopUnreadable } from './stop-unreadable'

/** Signatures in the stretch of time of one step; where each has to be opened, fewer: it must not hold up the server. */
const STEP = 500_000
const STEP_OPENING = 2_000

interface Counting {
  id: string
  petitionId: string
  verb: string
  rule: string
  cursor: Uint8Array | null
  askedAt: Date
}

/**
 * Counts on: writes down those of the rule that were received within the next stretch of time, in one statement. What is
 * received after the act was asked for does not belong to it. A rule that cannot be read any more finds nothing: it ends.
 */
export async function countStep(act: Counting, now: Date): Promise<void> {
  const rule = parseRule(act.rule)
  if (!rule) return stopUnreadable(act.id, now)
  const size = rule.domain ? STEP_OPENING : STEP
  await db().$transaction(async (tx) => {
    // Another worker may be at it: then it is left to that one.
    const [ours] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM bulk_action WHERE id = ${act.id}::uuid AND stage = 'counting' FOR UPDATE SKIP LOCKED`
    if (!ours) throw new Stale()
    const from = act.cursor ? readMoment(act.cursor) : await before(tx, rule.filter.from)
    const { to, last } = await stretch(tx, from, act.askedAt, rule.filter.to, size)
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
    // Cancelled meanwhile, or counted by another worker.
    if (count === 0) throw new Stale()
  }, LONG)
}

/** A full stretch takes seconds; a busy machine may take many. */
const LONG = { timeout: 120_000 }

/** The step was somebody else's. */
export class Stale extends Error {}

/** The moment before the first that the rule asks for. */
async function before(tx: Prisma.TransactionClient, from: Rule['filter']['from']): Promise<Date> {
  if (from) return new Date(from.getTime() - 1)
  const [row] = await tx.$queryRaw<{ first: Date | null }[]>`SELECT min(received_at) AS first FROM signature`
  return new Date((row?.first?.getTime() ?? 1) - 1)
}

/** How far so many signatures reach; all that were received in one moment are in one stretch. */
async function stretch(tx: Prisma.TransactionClient, from: Date, askedAt: Date, until: Date | undefined, size: number) {
  const end = until && until < askedAt ? new Date(until.getTime() - 1) : askedAt
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT received_at AS at FROM signature WHERE received_at > ${from} AND received_at <= ${end}
    ORDER BY received_at OFFSET ${size} LIMIT 1`
  return row ? { to: row.at, last: false } : { to: end, last: true }
}

function addAll(tx: Prisma.TransactionClient, actId: string, page: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO bulk_item (act_id, email_index, seen) SELECT ${actId}::uuid, s.email_index, s.state FROM signature s
    WHERE ${page} ORDER BY s.email_index ON CONFLICT DO NOTHING`
}

async function addOfDomain(
  tx: Prisma.TransactionClient,
  actId: string,
  page: Prisma.Sql,
  domain: string,
): Promise<number> {
  // In the order in which they were sealed: those of a minute share a key, which then is opened once.
  const rows = await tx.$queryRaw<{ index: Uint8Array<ArrayBuffer>; state: SignatureState; sealed: Uint8Array }[]>`
    SELECT s.email_index AS index, s.state::text AS state, s.sealed FROM signature s WHERE ${page} ORDER BY s.received_at`
  const data = rows
    .filter(({ sealed }) => domainOf(sealed) === domain)
    .map(({ index, state }) => ({ actId, emailIndex: index, seen: state }))
  const { count } = await tx.bulkItem.createMany({ data, skipDuplicates: true })
  return count
}

function domainOf(sealed: Uint8Array): string | undefined {
  return tryOpen(() => openRecord(sealed, signatureRecord).email)
    ?.split('@')
    .at(-1)
    ?.toLowerCase()
}

function readMoment(bytes: Uint8Array): Date {
  return new Date(Number(Buffer.from(bytes).readBigInt64BE()))
}

function writeMoment(moment: Date): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(moment.getTime()))
  return bytes
}
