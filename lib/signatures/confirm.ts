import { pool } from '@/lib/db'
import { keepTrying, refuseWhileAway } from '@/lib/failover/keep-trying'
import { countAbuseEvent } from '@/lib/integrity/abuse-metrics'
import { crowdedDomains, noteConfirmed } from '@/lib/integrity/confirmed-domains'
import { sharedStatement } from '@/lib/shared-statement'
import { hashToken } from '@/lib/vault/token'
import { confirmStatement } from './confirm-statement'
import type { FormEdit } from './edit-pending-form'
import { findSpentLink } from './spent-links'

export type ConfirmResult =
  | { ok: true; locale: string }
  | {
      ok: false
      reason:
        | 'token_unknown'
        | 'petition_closed'
        | 'expired'
        | 'superseded'
        | 'dismissed'
        | 'held'
        | 'removed'
        | 'withdrawn'
      locale: string | null
    }

/**
 * Confirms the form of a mailed token, and no other: it becomes the person's signature, and their other pending forms
 * for this petition are deleted. Of twenty confirmations, or of twenty forms of one person confirmed at once, one
 * counts. The appender counts it with the next batch. It is held for review if it is suspicious, the third of a
 * mailbox, or of a mail domain with very many signatures within the hour.
 * @param edit the person's changes on the page (`editPendingForm`); null if there are none
 * @throws DatabaseAway if the database stayed away for too long
 */
export async function confirm(token: string, now: Date, edit: FormEdit | null = null): Promise<ConfirmResult> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return { ok: false, reason: 'token_unknown', locale: null }
  // If it was confirmed and only the answer was lost, no form is found the second time, and the signature says so.
  const confirmed = await keepTrying(() => confirmForm({ tokenHash, now, edit }))
  if (!confirmed) return keepTrying(() => whyNotConfirmed(tokenHash))
  if (confirmed.domain_index) void noteConfirmed(confirmed.domain_index, now)
  if (confirmed.state !== 'held') return { ok: true, locale: confirmed.locale }
  countAbuseEvent('held')
  return { ok: false, reason: 'held', locale: confirmed.locale }
}

/** Confirms by one statement that concurrent calls share. Gives undefined if the token confirms no form. */
const confirmForm = sharedStatement<Pressed, Confirmed | undefined>(({ tokenHash }) => tokenHash, confirmForms)

interface Pressed {
  tokenHash: Buffer
  now: Date
  edit: FormEdit | null
}

interface Confirmed {
  token_hash: string
  locale: string
  state: string
  domain_index: Buffer | null
}

async function confirmForms(rows: Pressed[]): Promise<(Confirmed | undefined)[]> {
  refuseWhileAway()
  const { busy, crowded } = crowdedDomains(rows[0]?.now ?? new Date())
  const edited = <Key extends keyof FormEdit>(key: Key) => rows.map(({ edit }) => edit?.[key] ?? null)
  const { rows: confirmed } = await pool().query<Confirmed>({
    name: 'confirm-signatures',
    text: confirmStatement,
    values: [
      rows.map(({ tokenHash }) => tokenHash),
      rows.map(({ now }) => now),
      edited('contentMac'),
      edited('commitment'),
      edited('sealed'),
      edited('country'),
      edited('display'),
      edited('updates'),
      edited('hasComment'),
      edited('signals'),
      edited('suspicious'),
      edited('group'),
      busy,
      crowded,
    ],
  })
  const byToken = new Map(confirmed.map((row) => [row.token_hash, row]))
  return rows.map(({ tokenHash }) => byToken.get(tokenHash.toString('hex')))
}

/** Finds out why a mailed token confirmed nothing: it has done so before, or its form has changed since. */
async function whyNotConfirmed(tokenHash: Buffer): Promise<ConfirmResult> {
  const signature = await signatureOf(tokenHash)
  if (signature) {
    const { state, locale } = signature
    if (state === 'held' || state === 'removed' || state === 'withdrawn') return { ok: false, reason: state, locale }
    return { ok: true, locale }
  }
  const form = await formOf(tokenHash)
  if (form) {
    const { locale } = form
    if (form.signed) return { ok: false, reason: 'superseded', locale }
    return { ok: false, reason: form.status === 'open' ? 'expired' : 'petition_closed', locale }
  }
  const spent = await findSpentLink(tokenHash)
  return { ok: false, reason: spent?.reason ?? 'token_unknown', locale: null }
}

async function signatureOf(tokenHash: Buffer) {
  const { rows } = await pool().query<{ state: string; locale: string }>(
    'SELECT state::text, locale FROM signature WHERE token_hash = $1',
    [tokenHash],
  )
  return rows[0]
}

/** The form, if it is still pending, and whether its person has a signature from another form. */
async function formOf(tokenHash: Buffer) {
  const { rows } = await pool().query<{ locale: string; status: string; signed: boolean }>(
    `SELECT f.locale, p.status::text, EXISTS (SELECT FROM signature s
         WHERE s.petition_id = f.petition_id AND s.email_index = f.email_index AND s.state <> 'withdrawn') AS signed
     FROM pending_signature f JOIN petition p ON p.id = f.petition_id WHERE f.token_hash = $1`,
    [tokenHash],
  )
  return rows[0]
}
