import { randomUUID } from 'node:crypto'
import { filterTexts } from '@/lib/signatures/admin/filter'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { authorise } from '@/lib/staff/authorise'
import { spendDraft } from '@/lib/staff/drafts/spend-draft'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { zoneOf } from '@/lib/text/time-zone'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import type { ExportOrder } from './order'
import { previewExport } from './preview-export'
import { EXPORT_FORM } from './reviewed-order'

export type RequestExportResult =
  | { ok: true; id: string; approval: string | null }
  | { ok: false; reason: 'petition_missing' | 'country_alone' | 'zone_unknown' | 'requested_already' }

/**
 * Stores a request for a file and counts its rows. Personal columns require approval.
 * @param draftId the draft that holds the order, if any; it is used up, so that a form submitted twice requests one
 *   file
 * @returns the export; `approval` is null if none is required
 */
export async function requestExport(
  by: Staff,
  { filter, zone, columns, format, recipient, reason }: ExportOrder,
  now: Date,
  draftId?: string,
): Promise<RequestExportResult> {
  const verb = recipient ? 'export.personal' : 'export.ask'
  authorise(by, verb)
  const { petition: petitionId, ...parts } = filter
  const counted = await previewExport(by, { filter, columns, recipient }, now)
  if (!counted.ok) return counted
  const { rows } = counted
  const id = randomUUID()
  const texts = filterTexts(parts)
  return staffWrite<RequestExportResult>(by, verb, now, async ({ tx, log }) => {
    if (draftId && !(await spendDraft(tx, by, EXPORT_FORM, draftId, () => false)))
      return { ok: false, reason: 'requested_already' }
    if ((await tx.petition.count({ where: { id: petitionId } })) === 0) return { ok: false, reason: 'petition_missing' }
    if (!recipient && !(await isOwnZone(tx, by, zone))) return { ok: false, reason: 'zone_unknown' }
    const file = { id, petitionId, zone, columns, format, recipient, reason, rows, askedBy: by.id, askedAt: now }
    await tx.dataExport.create({ data: { ...file, filter: JSON.stringify(texts) } })
    const subject = `export:${id}`
    const seen = { petition: counted.petition, columns: columns.join(', '), format, rows: String(rows), zone, ...texts }
    if (recipient) {
      const request = { verb: 'export.personal', subject, detail: { ...seen, recipient }, reason } as const
      return { ok: true, id, approval: await requestApproval(tx, by, request, now) }
    }
    log('export.ask', subject, { ...seen, reason })
    return { ok: true, id, approval: null }
  })
}

/**
 * Only the person's own zone is allowed: files with the days of many zones together would reveal the hour of a
 * signature.
 */
async function isOwnZone(tx: Prisma.TransactionClient, by: Staff, zone: string): Promise<boolean> {
  if (zone === 'UTC') return true
  const { timeZone } = await tx.user.findUniqueOrThrow({ where: { id: by.id }, select: { timeZone: true } })
  return zone === zoneOf(timeZone)
}

/** Approves exactly that file; the person who requested it can download it for a day. */
export const executeExport: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'data_export', key),
  async execute(tx, { key, approvedBy }, now) {
    const where = { id: key, approvedAt: null, endedAt: null }
    const { count } = await tx.dataExport.updateMany({ where, data: { approvedBy, approvedAt: now } })
    return count === 1 ? null : 'changed'
  },
}

/** Ends the unfinished files that a person requested or approved. */
export async function endExportsOf(tx: Prisma.TransactionClient, staffId: string, now: Date): Promise<void> {
  const theirs = { OR: [{ askedBy: staffId }, { approvedBy: staffId }] }
  await tx.dataExport.updateMany({ where: { ...theirs, finishedAt: null, endedAt: null }, data: { endedAt: now } })
}
