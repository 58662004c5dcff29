import { db } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import type { Prisma } from '@/prisma/generated/client'
import type { CoSignatureState } from '@/prisma/generated/enums'

/** An invitation as its link shows it. Nothing in it is sealed. */
export interface InvitationStatus {
  coSignatureId: string
  letterId: string
  memberId: string | null
  state: CoSignatureState | 'expired' | 'revoked' | 'closed'
  letterSlug: string
  organisation: string
  country: string | null
  /** Whether the organisation asked for it; else staff invited it. */
  asked: boolean
  /** Whether it was signed with this link, which alone withdraws it. */
  used: boolean
  expiresAt: Date
  signedOn: Date | null
  /** Its states so far, the earliest first, without the people. */
  history: { state: CoSignatureState; at: Date }[]
}

/** The invitation behind a link, or null. Reading changes nothing. */
export async function findInvitation(
  token: string,
  now: Date,
  tx: Pick<Prisma.TransactionClient, 'invitation'> = db(),
): Promise<InvitationStatus | null> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  const row = await tx.invitation.findUnique({
    where: { tokenHash },
    include: {
      coSignature: { omit: { sealed: true }, include: { letter: true, events: { orderBy: { at: 'asc' } } } },
    },
  })
  if (!row) return null
  const { id, state, organisation, country, domain, memberId, letter, signedOn, events } = row.coSignature
  return {
    coSignatureId: id,
    letterId: letter.id,
    memberId,
    organisation,
    country,
    asked: domain !== null,
    used: row.usedAt !== null,
    signedOn,
    letterSlug: letter.slug,
    expiresAt: row.expiresAt,
    state: shownState(state, row, letter.status, now),
    history: events.map((event) => ({
      state: event.state,
      at: event.at,
    })),
  }
}

function shownState(
  state: CoSignatureState,
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date },
  letterStatus: string,
  now: Date,
): InvitationStatus['state'] {
  if (revokedAt) return 'revoked'
  if (state !== 'invited') return state
  if (letterStatus !== 'open') return 'closed'
  return expiresAt <= now ? 'expired' : 'invited'
}
