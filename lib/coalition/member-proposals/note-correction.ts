import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import type { FormValues } from '../entities/apply-change'
import { hasNameAlone, type ProposalPart } from './proposal-parts'
import { queueDecisionMails } from './queue-decision-mails'

/**
 * Notes for the member what an editor changed in words that the member gave: its own page shows both. Of a proposal
 * that waits or was returned nothing is noted, since the member's own words stand there.
 */
export async function noteCorrection(
  tx: Prisma.TransactionClient,
  memberId: string,
  part: ProposalPart,
  { before, after }: { before: FormValues; after: FormValues },
  now: Date,
): Promise<void> {
  const where = { memberId_part: { memberId, part } }
  const row = await tx.memberProposal.findUnique({ where })
  // Words in a language of the site may be a translator's; a name in another script is always the member's.
  if (row ? row.decidedAt === null || row.reason !== null : !hasNameAlone(part)) return
  const [content, corrected] = [JSON.stringify(before), JSON.stringify(after)]
  if (content === corrected) return
  const noted = { id: randomUUID(), content, corrected, decidedAt: now, picture: null, reason: null }
  // A proposal that the member has made since the row was read stays.
  const { count } = row
    ? await tx.memberProposal.updateMany({ where: { id: row.id, decidedAt: row.decidedAt }, data: noted })
    : await tx.memberProposal.createMany({
        data: { memberId, part, proposedAt: now, ...noted },
        skipDuplicates: true,
      })
  const proposal = count > 0 ? await tx.memberProposal.findUnique({ where: { id: noted.id } }) : null
  if (proposal) await queueDecisionMails(tx, proposal, 'corrected', now)
}
