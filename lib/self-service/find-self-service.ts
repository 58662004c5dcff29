import { pool } from '@/lib/db'
import { sharedStatement } from '@/lib/shared-statement'
import { type ListedState, PENDING } from '@/lib/signatures/states'
import { hashToken } from '@/lib/vault/token'
import type { Display } from '@/prisma/generated/enums'
import type { AccessContent, AccessSignature } from './access-content'
import { openContent } from './access-content'

/** A signature or a pending form as its own person sees it: sealed data from the link, everything else as it is now. */
export interface SelfServiceSignature extends AccessSignature {
  petitionSlug: string
  /** In the text that was signed. */
  petitionTitle: string
  state: ListedState
  textSha256: string
  locale: string
  country: string
  display: Display
  updates: boolean
  via: string | null
  commitment: string
  receivedAt: Date
  confirmedAt: Date | null
  countedAt: Date | null
  withdrawnAt: Date | null
  leafIndex: number | null
}

export type SelfServiceView =
  | { kind: 'link' }
  | {
      kind: 'session'
      content: AccessContent
      signatures: SelfServiceSignature[]
      expiresAt: Date
      addressIndex: Uint8Array<ArrayBuffer>
    }

/** The view behind an access link or session, or null if it is unknown, used or expired. Reading changes nothing. */
export async function findSelfService(token: string, now: Date): Promise<SelfServiceView | null> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  const row = await findLink(tokenHash)
  const content = row && row.expiresAt > now && openContent(token, row.sealed)
  if (!row || !content) return null
  if (row.kind === 'link') return { kind: 'link' }
  const signatures = await currentSignatures(content.signatures)
  return { kind: 'session', content, signatures, expiresAt: row.expiresAt, addressIndex: row.addressIndex }
}

interface LinkRow {
  tokenHash: Buffer
  kind: string
  sealed: Buffer
  expiresAt: Date
  addressIndex: Buffer<ArrayBuffer>
}

// Made-up links cost this read: those who ask at once share it.
const findLink = sharedStatement<Uint8Array, LinkRow | null>(null, async (tokenHashes) => {
  const { rows } = await pool().query<LinkRow>({
    name: 'find-access-link',
    // In a subquery for the same reason as in find-by-token.ts.
    text: `SELECT token_hash AS "tokenHash", kind, sealed, expires_at AS "expiresAt", address_index AS "addressIndex"
      FROM access_link WHERE token_hash = ANY((SELECT $1::bytea[])::bytea[])`,
    values: [tokenHashes],
  })
  const found = new Map(rows.map((row) => [row.tokenHash.toString('latin1'), row]))
  return tokenHashes.map((tokenHash) => found.get(Buffer.from(tokenHash).toString('latin1')) ?? null)
})

/** Leaves out rows that are gone, or were signed again since the link was made. */
async function currentSignatures(held: AccessSignature[]): Promise<SelfServiceSignature[]> {
  const { rows } = await pool().query<
    Omit<SelfServiceSignature, keyof AccessSignature> & { place: number; leafIndex: string | null }
  >(
    `SELECT wanted.place::int, p.slug AS "petitionSlug", t.title AS "petitionTitle", s.state, encode(s.text_sha256, 'hex') AS "textSha256",
       s.locale, s.country, s.display::text, s.updates, s.via, encode(s.commitment, 'hex') AS commitment,
       s.received_at AS "receivedAt", s.confirmed_at AS "confirmedAt", s.counted_at AS "countedAt",
       s.withdrawn_at AS "withdrawnAt", s.leaf_index AS "leafIndex"
     FROM unnest($1::uuid[], $2::bytea[]) WITH ORDINALITY AS wanted(petition_id, token_hash, place)
     JOIN (
       SELECT petition_id, token_hash, state::text, text_sha256, locale, country, display, updates, via, commitment,
         received_at, confirmed_at, counted_at, withdrawn_at, leaf_index FROM signature
       UNION ALL
       SELECT petition_id, token_hash, '${PENDING}', text_sha256, locale, country, display, updates, via, commitment,
         received_at, NULL, NULL, NULL, NULL FROM pending_signature
     ) s ON s.token_hash = wanted.token_hash AND s.petition_id = wanted.petition_id
     JOIN petition p ON p.id = s.petition_id
     JOIN petition_text t ON t.petition_id = s.petition_id AND t.sha256 = s.text_sha256 ORDER BY wanted.place`,
    [held.map(({ petitionId }) => petitionId), held.map(({ record }) => hashToken(record.token))],
  )
  return rows.flatMap(({ place, leafIndex, ...row }) => {
    const own = held[place - 1]
    return own ? [{ ...own, ...row, leafIndex: leafIndex === null ? null : Number(leafIndex) }] : []
  })
}
