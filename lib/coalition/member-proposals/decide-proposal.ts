import { z } from 'zod'
import { textField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import { sha256 } from '@/lib/vault/sha256'
import type { MemberProposal, Prisma } from '@/prisma/generated/client'
import { applyChange, type FieldErrors } from '../entities/apply-change'
import { type ProposalPart, readPart, readProposal } from './proposal-parts'
import { readPublicPart, writePublicPart } from './public-part'
import { queueDecisionMails } from './queue-decision-mails'

type Tx = Prisma.TransactionClient
export type DecideProposalResult =
  | { ok: true }
  | { ok: false; reason: 'changed' | 'reason_missing' }
  | { ok: false; reason: 'invalid'; errors: FieldErrors }

const reasonField = textField(500)
const size = z.object({ width: z.number(), height: z.number() })

/**
 * Publishes exactly the proposal that was read, over exactly what the public read then: another proposal, or a change
 * by another editor, and nothing is done. An editor may correct it: then that is published, and the member sees both.
 * @param expectedVersion of the public part, as shown beside it
 * @param typed the proposal's fields, as they are to be published; missing: as they were proposed
 */
export function publishProposal(
  by: Staff,
  id: string,
  expectedVersion: string,
  now: Date,
  typed?: Record<string, string>,
): Promise<DecideProposalResult> {
  return staffWrite<DecideProposalResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    const proposal = await lockedProposal(tx, id)
    const part = proposal && readPart(proposal.part)
    if (!proposal || !part) return changed
    const { memberId, content } = proposal
    const read = typed && part !== 'logo' ? readProposal(part, typed) : null
    if (read && !read.ok) return { ok: false, reason: 'invalid', errors: read.errors }
    const corrected = read && JSON.stringify(read.values) !== content ? JSON.stringify(read.values) : null
    const write = async () => {
      await publish(tx, { ...proposal, content: corrected ?? content }, part)
      return null
    }
    const applied = await applyChange({ expectedVersion, values: () => readPublicPart(tx, memberId, part), write })
    if (!applied.ok) return changed
    await tx.memberProposal.update({ where: { id }, data: { decidedAt: now, reason: null, corrected, picture: null } })
    await queueDecisionMails(tx, proposal, corrected ? 'corrected' : 'published', now)
    const done = { part, changed: applied.changed }
    log('member.proposal_publish', `member:${memberId}`, corrected ? { ...done, corrected: 'yes' } : done)
    return { ok: true }
  })
}

/** Returns it to the member, who reads why. */
export function returnProposal(by: Staff, id: string, typed: string, now: Date): Promise<DecideProposalResult> {
  return staffWrite<DecideProposalResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    const reason = reasonField.safeParse(typed)
    if (!reason.success) return { ok: false, reason: 'reason_missing' }
    const proposal = await lockedProposal(tx, id)
    if (!proposal) return changed
    await tx.memberProposal.update({ where: { id }, data: { decidedAt: now, reason: reason.data, picture: null } })
    await queueDecisionMails(tx, proposal, 'returned', now)
    log('member.proposal_return', `member:${proposal.memberId}`, { part: proposal.part })
    return { ok: true }
  })
}

const changed = { ok: false, reason: 'changed' } as const

/** Still to be decided on. Editors who decide at once wait for each other, and for those who edit the member. */
async function lockedProposal(tx: Tx, id: string): Promise<MemberProposal | null> {
  const found = isId(id) ? await tx.memberProposal.findUnique({ where: { id } }) : null
  if (!found || !(await lockRow(tx, 'member', found.memberId))) return null
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM member_proposal WHERE id = ${id}::uuid AND decided_at IS NULL FOR UPDATE`
  return rows.length === 1 ? found : null
}

async function publish(tx: Tx, { memberId, content, picture }: MemberProposal, part: ProposalPart): Promise<void> {
  if (part !== 'logo') {
    const read = readProposal(part, JSON.parse(content) as Record<string, string>)
    if (!read.ok) throw new Error('a proposal that was read once cannot be read again')
    return writePublicPart(tx, memberId, part, read.values)
  }
  await tx.memberLogo.deleteMany({ where: { memberId } })
  if (!picture) return
  const logo = { ...size.parse(JSON.parse(content)), sha256: sha256(picture), bytes: picture }
  await tx.memberLogo.create({ data: { memberId, ...logo } })
}
