import { pool } from '@/lib/db'
import { keepTrying } from '@/lib/failover/keep-trying'
import { sharedStatement } from '@/lib/shared-statement'
import { hashToken } from '@/lib/vault/token'
import type { Display, SignatureState } from '@/prisma/generated/enums'
import type { AppealAnswer } from './appeal-answer'
import { isRemindedOf, LINK_LIFE_DAYS, REMIND_AFTER_DAYS } from './link-life'
import { publicName } from './public-names/public-name'
import type { PersonalData } from './signature-form'
import { openPersonalData } from './signature-record'
import type { SpentReason } from './spent-links'

/** A pending form as it will count once confirmed. */
export interface WaitingForm {
  /** Null in forms stored before their page could show it. */
  own: PersonalData | null
  /** The name as its signer chose to appear; null if it is hidden. */
  shownName: string | null
  country: string
  display: Display
  updates: boolean
  /** Its reminder: still to come, or refused by the owner of the address; null if neither. */
  reminder: 'comes' | 'refused' | null
  /** The end of the time in which it can be confirmed. */
  expiresAt: Date
}

/** All that the page of a mailed link may show. Sealed data is opened with the link's own token. */
export type SignatureStatus = {
  spent: false
  petitionSlug: string
  petitionStatus: string
  locale: string
  /** The code of the member whose link led to the form. */
  via: string | null
  /** SHA-256 of the text that was signed. */
  textSha256: Uint8Array
  receivedAt: Date
  confirmedAt: Date | null
  countedAt: Date | null
  withdrawnAt: Date | null
  /** When its signer last appealed. */
  appealedAt: Date | null
  /** Of a signature: its entry in the ledger, as it is or will be. */
  commitment: Uint8Array | null
  /** The staff's answer to the appeal. */
  answer: AppealAnswer | null
  /** The petition's public number at this moment. */
  count: number
  /** The reason for which it is held, as far as that can be said; null if it is not held. */
  heldFor: HeldFor | null
} & ({ state: 'pending'; form: WaitingForm } | { state: SignatureState; form: null })

/** The reason for holding it: too many signatures of one mailbox, of one mail domain, or another reason. */
type HeldFor = 'shared_mailbox' | 'crowded_domain' | 'review'

/** A link that no longer works. */
export interface SpentLink {
  spent: true
  state: SpentReason
  petitionSlug: string
  petitionStatus: string
}

/** A row found under a token's hash: columns that its kind does not have are null. */
interface Row {
  kind: 'signature' | 'form' | 'spent'
  tokenHash: Buffer
  /** The state of a signature, or the reason of a spent link. */
  state: SignatureState | SpentReason
  petitionSlug: string
  petitionStatus: string
  locale: string
  via: string | null
  /** A bigint, as `pg` gives it. */
  count: string | null
  textSha256: Buffer
  receivedAt: Date
  confirmedAt: Date | null
  countedAt: Date | null
  withdrawnAt: Date | null
  appealedAt: Date | null
  commitment: Buffer | null
  answer: AppealAnswer | null
  signals: string
  own: Buffer | null
  country: string
  display: Display
  updates: boolean
  noReminder: boolean
  isRemindedOf: boolean
  isSigned: boolean
}

/**
 * The form or the signature of a mailed token, or the reason for which the link no longer works; null for an unknown
 * token.
 * @throws DatabaseAway if the database stayed away for too long
 */
export async function findByToken(token: string, now: Date): Promise<SignatureStatus | SpentLink | null> {
  const tokenHash = hashToken(token)
  // Only read.
  const row = tokenHash && (await keepTrying(() => findRow(tokenHash)))
  if (!row) return null
  if (row.kind === 'form') return formStatus(token, row, now)
  const { state, petitionSlug, petitionStatus } = row
  if (row.kind === 'spent') return { spent: true, state: state as SpentReason, petitionSlug, petitionStatus }
  const heldFor = state === 'held' ? reasonIn(row.signals.split(' ')) : null
  return { ...shared(row), spent: false, state: state as SignatureState, heldFor, form: null }
}

// Every signer opens the page twice: concurrent requests share one statement. It looks in all tables at once, so that a
// form that becomes a signature meanwhile is found as one or the other.
const findRow = sharedStatement<Buffer, Row | null>(null, async (tokenHashes) => {
  const { rows } = await pool().query<Row>({ name: 'find-by-token', text: FIND, values: [tokenHashes] })
  const found = new Map(rows.map((row) => [row.tokenHash.toString('latin1'), row]))
  return tokenHashes.map((tokenHash) => found.get(tokenHash.toString('latin1')) ?? null)
})

/**
 * If several rows have one hash, the last counts: a spent link, then a form, then a signature. The hashes come out of a
 * subquery: without it PostgreSQL plans this statement again each time, which takes four times as long as
 * running it.
 */
const FIND = `
  SELECT 'spent' AS kind, l.token_hash AS "tokenHash", l.reason AS state, p.slug AS "petitionSlug",
    p.status::text AS "petitionStatus", NULL AS locale, NULL AS via, NULL::bigint AS count, NULL::bytea AS "textSha256",
    NULL::timestamptz AS "receivedAt", NULL::timestamptz AS "confirmedAt", NULL::timestamptz AS "countedAt", NULL::timestamptz AS "withdrawnAt",
    NULL::timestamptz AS "appealedAt", NULL::bytea AS commitment, NULL AS answer, NULL AS signals, NULL::bytea AS own, NULL AS country, NULL AS display,
    NULL::boolean AS updates, NULL::boolean AS "noReminder", NULL::boolean AS "isRemindedOf",
    NULL::boolean AS "isSigned", 1 AS place
  FROM spent_link l JOIN petition p ON p.id = l.petition_id WHERE l.token_hash = ANY((SELECT $1::bytea[])::bytea[])
  UNION ALL
  SELECT 'form', f.token_hash, NULL, p.slug, p.status::text, f.locale, f.via, t.net, f.text_sha256, f.received_at, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, f.own, f.country, f.display::text, f.updates, f.no_reminder, ${isRemindedOf},
    EXISTS (SELECT FROM signature s WHERE s.petition_id = f.petition_id AND s.email_index = f.email_index
      AND s.state <> 'withdrawn'), 2
  FROM pending_signature f JOIN petition p ON p.id = f.petition_id LEFT JOIN petition_total t ON t.petition_id = p.id WHERE f.token_hash = ANY((SELECT $1::bytea[])::bytea[])
  UNION ALL
  SELECT 'signature', s.token_hash, s.state::text, p.slug, p.status::text, s.locale, s.via, t.net, s.text_sha256, s.received_at,
    s.confirmed_at, s.counted_at, s.withdrawn_at, s.appealed_at, s.commitment,
    CASE WHEN s.appeal_answered_at >= s.appealed_at THEN s.appeal_answer END, s.signals, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3
  FROM signature s JOIN petition p ON p.id = s.petition_id LEFT JOIN petition_total t ON t.petition_id = p.id WHERE s.token_hash = ANY((SELECT $1::bytea[])::bytea[])
  ORDER BY place`

/** The parts that a form and a signature have in common. */
function shared(row: Row) {
  const { petitionSlug, petitionStatus, locale, via, textSha256, commitment } = row
  const { receivedAt, confirmedAt, countedAt, withdrawnAt, appealedAt, answer } = row
  const times = { receivedAt, confirmedAt, countedAt, withdrawnAt, appealedAt }
  return {
    petitionSlug,
    petitionStatus,
    locale,
    via,
    answer,
    count: Number(row.count ?? 0),
    textSha256,
    commitment,
    ...times,
  }
}

function formStatus(token: string, row: Row, now: Date): SignatureStatus | SpentLink {
  const { petitionSlug, petitionStatus, country, display, updates } = row
  const expiresAt = new Date(row.receivedAt.getTime() + LINK_LIFE_DAYS * 86_400_000)
  if (expiresAt <= now) return { spent: true, state: 'expired', petitionSlug, petitionStatus }
  if (row.isSigned) return { spent: true, state: 'superseded', petitionSlug, petitionStatus }
  const own = openPersonalData(token, row.own)
  const form = {
    own,
    shownName: own && publicName(own.name, display),
    country,
    display,
    updates,
    reminder: reminderOf(row, now),
    expiresAt,
  }
  return { ...shared(row), spent: false, state: 'pending', heldFor: null, form }
}

function reminderOf({ noReminder, isRemindedOf, receivedAt }: Row, now: Date): WaitingForm['reminder'] {
  if (noReminder) return 'refused'
  return isRemindedOf && now.getTime() < receivedAt.getTime() + REMIND_AFTER_DAYS * 86_400_000 ? 'comes' : null
}

function reasonIn(signals: string[]): HeldFor {
  if (signals.includes('shared_mailbox')) return 'shared_mailbox'
  return signals.includes('crowded_domain') ? 'crowded_domain' : 'review'
}
