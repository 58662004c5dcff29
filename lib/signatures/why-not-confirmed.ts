import { pool } from '@/lib/db'
import type { ConfirmResult } from './confirm'
import { findSpentLink } from './spent-links'

/** Why a mailed token confirmed nothing: it has done so before, or what it is for has changed since. */
export async function whyNotConfirmed(tokenHash: Buffer): Promise<ConfirmResult> {
  const signature = await ownSignature(tokenHash)
  if (signature) {
    const { state, locale } = signature
    if (state === 'held' || state === 'removed' || state === 'withdrawn') return { ok: false, reason: state, locale }
    return { ok: true, locale }
  }
  const form = await ownForm(tokenHash)
  if (form) {
    const { locale } = form
    if (form.signed) return { ok: false, reason: 'superseded', locale }
    return { ok: false, reason: form.status === 'open' ? 'expired' : 'petition_closed', locale }
  }
  const spent = await findSpentLink(tokenHash)
  return { ok: false, reason: spent?.reason ?? 'token_unknown', locale: null }
}

async function ownSignature(tokenHash: Buffer) {
  const { rows } = await pool().query<{ state: string; locale: string }>(
    'SELECT state::text, locale FROM signature WHERE token_hash = $1',
    [tokenHash],
  )
  return rows[0]
}

/** A form that is still there, and whether its person has a signature by another. */
async function ownForm(tokenHash: Buffer) {
  const { rows } = await pool().query<{ locale: string; status: string; signed: boolean }>(
    `SELECT f.locale, p.status::text, EXISTS (SELECT FROM signature s
         WHERE s.petition_id = f.petition_id AND s.email_index = f.email_index AND s.state <> 'withdrawn') AS signed
     FROM pending_signature f JOIN petition p ON p.id = f.petition_id WHERE f.token_hash = $1`,
    [tokenHash],
  )
  return rows[0]
}
