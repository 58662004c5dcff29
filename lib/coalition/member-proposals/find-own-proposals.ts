import { db } from '@/lib/db'
import type { FormValues } from '../entities/apply-change'
import type { ProposalPart } from './proposal-parts'
import { readPublicPart } from './public-part'

/** A part of what the site says about a member, as the member sees it. */
export interface OwnPart {
  /** The form's values: the proposed ones, or else the public ones. */
  values: FormValues
  /** The outcome of the last proposal; null if there was none. */
  proposal: {
    state: 'waiting' | 'published' | 'returned'
    at: Date
    reason: string | null
    corrected: Corrected[]
  } | null
}

/** A field that an editor changed. */
interface Corrected {
  name: string
  before: string
  after: string
}

/** A member's own view of a part. */
export async function findOwnPart(memberId: string, part: ProposalPart): Promise<OwnPart> {
  const select = { content: true, proposedAt: true, decidedAt: true, reason: true, corrected: true } as const
  const [row, now] = await Promise.all([
    db().memberProposal.findUnique({ where: { memberId_part: { memberId, part } }, select }),
    readPublicPart(db(), memberId, part),
  ])
  const state = row && stateOf(row)
  // A returned one is shown again, to be mended.
  const typed = row && part !== 'logo' && state !== 'published' ? (JSON.parse(row.content) as FormValues) : null
  const corrected = row?.corrected ? correctedIn(row.content, row.corrected) : []
  const proposal = row && state ? { state, at: row.decidedAt ?? row.proposedAt, reason: row.reason, corrected } : null
  return { values: typed ?? now ?? {}, proposal }
}

function correctedIn(content: string, corrected: string): Corrected[] {
  const [before, after] = [content, corrected].map((text) => JSON.parse(text) as FormValues)
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names
    .map((name) => ({ name, before: before?.[name] ?? '', after: after?.[name] ?? '' }))
    .filter((field) => field.before !== field.after)
}

function stateOf({ decidedAt, reason }: { decidedAt: Date | null; reason: string | null }) {
  if (decidedAt === null) return 'waiting' as const
  return reason === null ? ('published' as const) : ('returned' as const)
}
