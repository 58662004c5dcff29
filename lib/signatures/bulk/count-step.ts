import { db } from '@/lib/db'
import { openRecord } from '@/lib/vault/open-record'
import { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'
import { condition } from '../desk/filter'
import { signatureRecord } from '../signature-record'
import { type BulkVerb, changeOf } from './ask-bulk'
import { parseRule } from './rule'

/** Rows looked at in one step; where each has to be opened, fewer: the step must not hold up the server. */
const STEP = 20_000
const STEP_OPENING = 1_000

interface Counting {
  id: string
  petitionId: string
  verb: string
  rule: string
  cursor: Uint8Array | null
}

/** Counts on: looks at the next signatures of the petition and writes down those of the rule. */
export async function countStep(act: Counting): Promise<void> {
  const rule = parseRule(act.rule)
  const from = act.cursor ?? Buffer.alloc(0)
  const filter = Prisma.sql`${condition(rule.filter)} AND s.state = ANY(${changeOf[act.verb as BulkVerb].from}::signature_state[])`
  const size = rule.domain ? STEP_OPENING : STEP
  await db().$transaction(async (tx) => {
    // The last row of the step, found without its sealed part.
    const [end] = await tx.$queryRaw<{ index: Uint8Array; rows: number }[]>`
      WITH page AS (SELECT email_index FROM signature WHERE petition_id = ${act.petitionId}::uuid AND email_index > ${from}::bytea
        ORDER BY email_index LIMIT ${size})
      SELECT email_index AS index, (SELECT count(*)::int FROM page) AS rows FROM page ORDER BY email_index DESC LIMIT 1`
    const last = end?.index ?? from
    const page = Prisma.sql`s.petition_id = ${act.petitionId}::uuid AND s.email_index > ${from}::bytea
      AND s.email_index <= ${last}::bytea AND ${filter}`
    const found = rule.domain ? await addOfDomain(tx, act.id, page, rule.domain) : await addAll(tx, act.id, page)
    const stage = (end?.rows ?? 0) < size ? { stage: 'ready' } : {}
    const { count } = await tx.bulkAct.updateMany({
      where: { id: act.id, stage: 'counting', cursor: act.cursor ? Buffer.from(act.cursor) : null },
      data: { cursor: Buffer.from(last), total: { increment: found }, ...stage },
    })
    // Cancelled meanwhile, or counted by another worker.
    if (count === 0) throw new Stale()
  })
}

/** The step was somebody else's. */
export class Stale extends Error {}

function addAll(tx: Prisma.TransactionClient, actId: string, page: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO bulk_item (act_id, email_index, seen) SELECT ${actId}::uuid, s.email_index, s.state FROM signature s WHERE ${page}`
}

async function addOfDomain(
  tx: Prisma.TransactionClient,
  actId: string,
  page: Prisma.Sql,
  domain: string,
): Promise<number> {
  const rows = await tx.$queryRaw<{ index: Uint8Array<ArrayBuffer>; state: SignatureState; sealed: Uint8Array }[]>`
    SELECT s.email_index AS index, s.state::text AS state, s.sealed FROM signature s WHERE ${page}`
  const data = rows
    .filter(({ sealed }) => domainOf(sealed) === domain)
    .map(({ index, state }) => ({ actId, emailIndex: index, seen: state }))
  await tx.bulkItem.createMany({ data })
  return data.length
}

function domainOf(sealed: Uint8Array): string | undefined {
  try {
    return openRecord(sealed, signatureRecord).email.split('@').at(-1)?.toLowerCase()
  } catch {
    return undefined
  }
}
