import { randomUUID } from 'node:crypto'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { type TransitionVerb, transitions } from '@/lib/signatures/admin/transitions'
import { countingStates } from '@/lib/signatures/states'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'
import { type Rule, ruleText } from './rule'

export const bulkVerbs = Object.keys(transitions) as TransitionVerb[]
export type BulkVerb = TransitionVerb

/**
 * Verbs that can be undone, the verb that undoes each, and the states in which they leave a signature. Undoing a
 * release holds the signatures again, but those counted meanwhile stay counted. A restoration can only be followed by a
 * new removal.
 */
const undoable: Partial<Record<string, { by: BulkVerb; states: SignatureState[] }>> = {
  hold: { by: 'release', states: ['held'] },
  release: { by: 'hold', states: countingStates },
  remove: { by: 'restore', states: ['removed'] },
}

/** Tells whether a bulk action can be undone: it has ended, changed something, and is not an undo itself. */
export function canUndo(act: { verb: string; stage: string; undoes: string | null; changed: number }): boolean {
  return (
    ['done', 'cancelled'].includes(act.stage) && act.changed > 0 && !act.undoes && Object.hasOwn(undoable, act.verb)
  )
}

/** Maximum number of signatures selected in a list, many more than a page shows. */
const MAX_SELECTED = 1_000

/**
 * Creates a bulk action on all signatures of a rule. The worker counts them first; nothing is changed yet.
 * @returns its id; null if the petition does not exist
 */
export function createBulkAction(by: Staff, verb: BulkVerb, reason: string, rule: Rule, now: Date) {
  return staffWrite(by, 'bulk.ask', now, async ({ tx, log }) => {
    const petitionId = rule.filter.petition
    if (!(await hasPetition(tx, petitionId))) return null
    const action = { id: randomUUID(), petitionId, verb, reason, rule: ruleText(rule) }
    await tx.bulkAction.create({ data: { ...action, stage: 'counting', askedBy: by.id, askedAt: now } })
    log('bulk.ask', `bulk:${action.id}`, { verb, reason, rule: action.rule })
    return action.id
  })
}

/**
 * Creates a bulk action on signatures selected in a list: exactly these, in their present state.
 * @returns its id; null if a key is invalid, or the signatures are not of one petition
 */
export function createSelectionAction(by: Staff, verb: BulkVerb, reason: string, keys: string[], now: Date) {
  return staffWrite(by, 'bulk.ask', now, async ({ tx, log }) => {
    const read = keys.flatMap((key) => readKey(key) ?? [])
    const petitionId = read[0]?.petitionId
    if (!petitionId || read.length !== keys.length || keys.length > MAX_SELECTED) return null
    if (read.some((key) => key.petitionId !== petitionId) || !(await hasPetition(tx, petitionId))) return null
    const emailIndex = { in: read.map((key) => key.emailIndex) }
    const rows = await tx.signature.findMany({
      where: { petitionId, emailIndex, state: { in: transitions[verb].from } },
      select: { emailIndex: true, state: true },
    })
    const total = rows.length
    const action = { id: randomUUID(), petitionId, verb, reason, rule: JSON.stringify({ ticked: total }), total }
    await tx.bulkAction.create({ data: { ...action, stage: 'ready', askedBy: by.id, askedAt: now } })
    const items = rows.map((row) => ({ bulkActionId: action.id, emailIndex: row.emailIndex, expected: row.state }))
    await tx.bulkItem.createMany({ data: items })
    log('bulk.ask', `bulk:${action.id}`, { verb, reason, ticked: total })
    return action.id
  })
}

/**
 * Creates the bulk action that undoes another, on the signatures that it changed and nobody has changed since.
 * @returns its id; null if it cannot be undone (`canUndo`)
 */
export function createUndo(by: Staff, actionId: string, now: Date): Promise<string | null> {
  return staffWrite(by, 'bulk.ask', now, async ({ tx, log }) => {
    const undone = await tx.bulkAction.findUnique({ where: { id: actionId } })
    const undo = undoable[undone?.verb ?? '']
    if (!undone || !undo || !canUndo(undone)) return null
    const { petitionId, rule } = undone
    const verb = undo.by
    const action = { id: randomUUID(), petitionId, verb, reason: '', rule, stage: 'ready', undoes: actionId }
    await tx.bulkAction.create({ data: { ...action, askedBy: by.id, askedAt: now } })
    const total = await tx.$executeRaw`
      INSERT INTO bulk_item (bulk_action_id, email_index, expected)
      SELECT ${action.id}::uuid, i.email_index, s.state FROM bulk_item i
      JOIN signature s ON s.petition_id = ${petitionId}::uuid AND s.email_index = i.email_index
      WHERE i.bulk_action_id = ${actionId}::uuid AND i.changed AND s.state = ANY(${undo.states}::signature_state[])`
    await tx.bulkAction.update({ where: { id: action.id }, data: { total } })
    log('bulk.ask', `bulk:${action.id}`, { verb, undoes: actionId, total })
    return action.id
  })
}

async function hasPetition(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  return (await tx.petition.count({ where: { id } })) === 1
}
