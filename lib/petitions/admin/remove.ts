import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Petition, Prisma } from '@/prisma/generated/client'

/**
 * The kinds of removal of a petition: a draft that was never open is deleted; one that was open has a ledger that stays
 * for ever, and is unpublished. An open one is closed first.
 */
export type Removal = 'delete' | 'hide'

/** Which of them applies; null if it cannot be removed. */
export function removalOf({ status, openedAt, removedAt }: Pick<Petition, 'status' | 'openedAt' | 'removedAt'>) {
  if (removedAt || status === 'open') return null
  return status === 'draft' && !openedAt ? 'delete' : 'hide'
}

type RemovalResult = { ok: true; approval: string } | { ok: false; reason: 'changed' | 'waits' }

/** Requests approval. Nothing is done until a second person has approved and a day has passed. */
export function requestRemoval(
  by: Staff,
  id: string,
  expected: Removal,
  reason: string,
  now: Date,
): Promise<RemovalResult> {
  return staffWrite<RemovalResult>(by, 'petition.delete', now, async ({ tx }) => {
    const petition = await tx.petition.findUnique({ where: { id }, include: { total: true } })
    if (!petition || removalOf(petition) !== expected) return { ok: false, reason: 'changed' }
    const counted = String(petition.total?.net ?? 0)
    const detail = { petition: petition.slug, status: petition.status, counted, what: expected }
    const approval = await requestApproval(
      tx,
      by,
      { verb: 'petition.delete', subject: `petition:${id}`, detail, reason },
      now,
    )
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

/** States in which a petition that was open can be unpublished. */
const hideable = ['closed', 'won', 'delivered'] as const

/** Approved, and the delay is over: it is done if it still is what the second person was shown. */
export const executeRemoval: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'petition', key),
  delayed: () => true,
  async execute(tx, { key: id, subject, detail, by }, now) {
    const { what = '', status = '', petition = '' } = detail
    const count = what === 'delete' ? await deleteDraft(tx, id) : await hide(tx, id, status, now)
    if (count === 0) return 'changed'
    await audit(tx, { by, verb: `petition.${what}`, subject, detail: { petition } }, now)
    return null
  },
}

/** The foreign keys of texts and totals restrict: the database keeps a petition with a leaf in its ledger. */
async function deleteDraft(tx: Prisma.TransactionClient, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM petition WHERE id = ${id}::uuid AND status = 'draft' AND opened_at IS NULL FOR UPDATE`
  if (!row) return 0
  await tx.petitionTotal.deleteMany({ where: { petitionId: id, size: 0n } })
  await tx.petitionText.deleteMany({ where: { petitionId: id } })
  return (await tx.petition.deleteMany({ where: { id } })).count
}

async function hide(tx: Prisma.TransactionClient, id: string, expected: string, now: Date): Promise<number> {
  const status = hideable.find((one) => one === expected)
  const data = { removedAt: now, updatedAt: now }
  const count = status ? (await tx.petition.updateMany({ where: { id, status, removedAt: null }, data })).count : 0
  if (count === 0) return 0
  // Pictures made to be shown elsewhere are deleted with it; shown again, they are made again.
  await tx.sharePicture.deleteMany({ where: { petitionId: id } })
  await tx.sharePlate.deleteMany({ where: { petitionId: id } })
  return count
}
