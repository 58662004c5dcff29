import { pool } from '@/lib/db'
import { hashToken } from '@/lib/vault/token'
import type { Display, SignatureState } from '@/prisma/generated/enums'
import { LINK_LIFE_DAYS } from './link-life'
import type { PersonalData } from './signature-form'
import { openPersonalData } from './signature-record'
import { findSpentLink, type SpentReason } from './spent-links'

/** What a pending form will count as once confirmed. */
export interface WaitingForm {
  /** Null in forms stored before their page could show it. */
  own: PersonalData | null
  country: string
  display: Display
  updates: boolean
  /** Until when it can be confirmed. */
  expiresAt: Date
}

/** What the page of a mailed link may show. Sealed data is opened with the link's own token. */
export type SignatureStatus = {
  spent: false
  petitionSlug: string
  petitionStatus: string
  locale: string
  /** Of the text that was signed. */
  textSha256: Uint8Array
  receivedAt: Date
  confirmedAt: Date | null
  countedAt: Date | null
  withdrawnAt: Date | null
  /** When its signer last appealed. */
  appealedAt: Date | null
  /** Why it is held, as far as that can be said; null: it is not. */
  heldFor: HeldFor | null
} & ({ state: 'pending'; form: WaitingForm } | { state: SignatureState; form: null })

/** Several signatures of one mailbox, very many of one mail domain, or something else. */
type HeldFor = 'mailbox' | 'crowd' | 'look'

/** A link that no longer works. */
export interface SpentLink {
  spent: true
  state: SpentReason
  petitionSlug: string
  petitionStatus: string
}

/** The form or the signature of a mailed token, or why there is none any more; null for an unknown token. */
export async function findByToken(token: string, now: Date): Promise<SignatureStatus | SpentLink | null> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  const found = (await findSignature(tokenHash)) ?? (await findForm(token, tokenHash, now))
  if (found) return found
  const spent = await findSpentLink(tokenHash)
  return spent && { spent: true, state: spent.reason, petitionSlug: spent.petitionSlug, petitionStatus: spent.status }
}

// By pg: everybody who signs opens the page twice, and through Prisma it takes four statements.
async function findSignature(tokenHash: Buffer): Promise<SignatureStatus | null> {
  const { rows } = await pool().query<
    Omit<SignatureStatus, 'spent' | 'heldFor' | 'form'> & { state: SignatureState; signals: string }
  >({
    name: 'find-signature-by-token',
    text: `SELECT s.state::text, p.slug AS "petitionSlug", p.status::text AS "petitionStatus", s.locale,
        s.text_sha256 AS "textSha256", s.received_at AS "receivedAt", s.confirmed_at AS "confirmedAt",
        s.counted_at AS "countedAt", s.withdrawn_at AS "withdrawnAt", s.appealed_at AS "appealedAt", s.signals
      FROM signature s JOIN petition p ON p.id = s.petition_id WHERE s.token_hash = $1`,
    values: [tokenHash],
  })
  const row = rows[0]
  if (!row) return null
  const { signals, ...status } = row
  return { ...status, spent: false, heldFor: row.state === 'held' ? reasonIn(signals.split(' ')) : null, form: null }
}

interface FormRow {
  petitionSlug: string
  petitionStatus: string
  locale: string
  textSha256: Buffer
  receivedAt: Date
  own: Buffer | null
  country: string
  display: Display
  updates: boolean
  isSigned: boolean
}

async function findForm(token: string, tokenHash: Buffer, now: Date): Promise<SignatureStatus | SpentLink | null> {
  const { rows } = await pool().query<FormRow>({
    name: 'find-form-by-token',
    text: `SELECT p.slug AS "petitionSlug", p.status::text AS "petitionStatus", f.locale, f.text_sha256 AS "textSha256",
        f.received_at AS "receivedAt", f.own, f.country, f.display::text, f.updates,
        EXISTS (SELECT FROM signature s WHERE s.petition_id = f.petition_id AND s.email_index = f.email_index
          AND s.state <> 'withdrawn') AS "isSigned"
      FROM pending_signature f JOIN petition p ON p.id = f.petition_id WHERE f.token_hash = $1`,
    values: [tokenHash],
  })
  const row = rows[0]
  if (!row) return null
  const { petitionSlug, petitionStatus, locale, textSha256, receivedAt, country, display, updates } = row
  const expiresAt = new Date(receivedAt.getTime() + LINK_LIFE_DAYS * 86_400_000)
  if (expiresAt <= now) return { spent: true, state: 'expired', petitionSlug, petitionStatus }
  if (row.isSigned) return { spent: true, state: 'superseded', petitionSlug, petitionStatus }
  return {
    spent: false,
    state: 'pending',
    petitionSlug,
    petitionStatus,
    locale,
    textSha256,
    receivedAt,
    confirmedAt: null,
    countedAt: null,
    withdrawnAt: null,
    appealedAt: null,
    heldFor: null,
    form: { own: openPersonalData(token, row.own), country, display, updates, expiresAt },
  }
}

function reasonIn(signals: string[]): HeldFor {
  if (signals.includes('shared_mailbox')) return 'mailbox'
  return signals.includes('crowded_domain') ? 'crowd' : 'look'
}
