import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { type TransitionVerb, transitions } from '@/lib/signatures/admin/transitions'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type Rule, ruleText } from './rule'

export const bulkVerbs = Object.keys(transitions) as TransitionVerb[]
export type BulkVerb = TransitionVerb

/** Ticked at most: many more than a page shows. */
const MOST_TICKED = 1_000

/** Begins an act on all signatures of a rule: the worker counts them first; nothing is changed yet. */
export async function requestBulkAction(
  by: Staff,
  verb: BulkVerb,
  reason: string,
  rule: Rule,
  now: Date,
): Promise<string> {
  authorise(by, 'bulk.ask')
  const id = randomUUID()
  await db().$transaction(async (tx) => {
    const act = { id, petitionId: rule.filter.petition, verb, reason, rule: ruleText(rule) }
    await tx.bulkAction.create({ data: { ...act, stage: 'counting', askedBy: by.id, askedAt: now } })
    const detail = { verb, reason, rule: act.rule }
    await audit(tx, { by, verb: 'bulk.ask', subject: `bulk:${id}`, detail }, now)
  })
  return id
}

/** The same for signatures ticked in a list: exactly these, as they stand. They are of one petition. */
export async function requestSelectionAction(by: Staff, verb: BulkVerb, reason: string, keys: string[], now: Date) {
  authorise(by, 'bulk.ask')
  const read = keys.flatMap((key) => readKey(key) ?? [])
  const petitionId = read[0]?.petitionId
  if (!petitionId || read.length !== keys.length || keys.length > MOST_TICKED) return null
  if (read.some((key) => key.petitionId !== petitionId)) return null
  const id = randomUUID()
  await db().$transaction(async (tx) => {
    const rows = await tx.signature.findMany({
      where: {
        petitionId,
        emailIndex: { in: read.map(({ emailIndex }) => emailIndex) },
        state: { in: transitions[verb].from },
      },
      select: { emailIndex: true, state: true },
    })
    const total = rows.length
    const act = { id, petitionId, verb, reason, rule: JSON.stringify({ ticked: total }), total }
    await tx.bulkAction.create({ data: { ...act, stage: 'ready', askedBy: by.id, askedAt: now } })
    await tx.bulkItem.createMany({
      data: rows.map((row) => ({ actId: id, emailIndex: row.emailIndex, seen: row.state })),
    })
    await audit(tx, { by, verb: 'bulk.ask', subject: `bulk:${id}`, detail: { verb, reason, ticked: total } }, now)
  })
  return id
}
