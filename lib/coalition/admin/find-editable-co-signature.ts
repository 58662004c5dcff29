import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import type { LetterText } from '@/prisma/generated/client'
import type { CoSignatureState } from '@/prisma/generated/enums'
import { isOwnInvitation } from '../own-invitation'
import { textIn } from '../text-in'

export interface EditableCoSignature {
  id: string
  organisation: string
  country: string | null
  /** Of the address from which it asked; null: staff invited it. */
  domain: string | null
  /** The member signed on its own page. */
  onOwnPage: boolean
  member: { id: string; name: string } | null
  state: CoSignatureState
  letterId: string
  letterTitle: string
  /** Whether the representative's details are still kept. */
  sealed: boolean
  history: { state: CoSignatureState; at: Date }[]
  /** The reader brought it about: somebody else accepts it. */
  own: boolean
}

const titled = { include: { texts: true } } as const

function titleOf({ slug, texts }: { slug: string; texts: LetterText[] }): string {
  return textIn(texts, sourceLocale)?.title ?? slug
}

/** A co-signature as staff decide on it, or null. */
export async function findEditableCoSignature(by: Staff, id: string): Promise<EditableCoSignature | null> {
  authorise(by, 'coalition.read')
  if (!isId(id)) return null
  const row = await db().coSignature.findUnique({
    where: { id },
    include: { letter: titled, member: true, events: { orderBy: { at: 'asc' } } },
  })
  if (!row) return null
  const { organisation, country, domain, onOwnPage, state, letter, member, events } = row
  return {
    id,
    organisation,
    country,
    domain,
    onOwnPage,
    state,
    letterId: letter.id,
    letterTitle: titleOf(letter),
    sealed: row.sealed !== null,
    member: member && { id: member.id, name: member.name },
    history: events.map(({ state, at }) => ({ state, at })),
    own: await isOwnInvitation(db(), by.id, id),
  }
}

/** Co-signatures that await a decision, the oldest first. */
export async function listWaiting(by: Staff): Promise<{ id: string; organisation: string; letterTitle: string }[]> {
  authorise(by, 'coalition.read')
  const rows = await db().coSignature.findMany({
    where: { state: 'confirmed' },
    omit: { sealed: true },
    include: { letter: titled },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ id, organisation, letter }) => ({ id, organisation, letterTitle: titleOf(letter) }))
}
