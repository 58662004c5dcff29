import { randomBytes } from 'node:crypto'
import { admit, type Refused, type WaysIn } from '@/lib/integrity/admit'
import { judge, type Sender } from '@/lib/integrity/signals'
import { shownText, signablePetition } from '@/lib/petitions/signable-petition'
import { commitment, recordHash } from '@/lib/signatures/commitment'
import { blindIndex, keyedHash } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken, newToken } from '@/lib/vault/token'
import { contentMac } from './content-mac'
import type { SignatureForm } from './read-form'
import type { SignatureRecord } from './signature-record'
import { storeSignature } from './store-signature'

export type SignResult =
  | { ok: true; later?: true }
  | { ok: false; reason: 'petition_unknown' | 'petition_closed' | 'text_unknown' }
  | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Receives a signature: one pending row and one mail to send, durable when this returns.
 * An address that has signed already gets the same result.
 * @param sender what the request tells of who sends; left out by programs of our own
 */
export async function sign(
  slug: string,
  form: SignatureForm,
  locale: string,
  now: Date,
  sender: Omit<Sender, 'domain' | 'via'> & WaysIn = { network: null, formTime: 'good', trap: false },
): Promise<SignResult> {
  const petition = await signablePetition(slug)
  if (!petition) return { ok: false, reason: 'petition_unknown' }
  if (petition.status !== 'open') return { ok: false, reason: 'petition_closed' }
  const text = shownText(petition, form.text, locale)
  if (!text) return { ok: false, reason: 'text_unknown' }

  const domain = form.email.canonical.slice(form.email.canonical.lastIndexOf('@') + 1)
  const { signals, suspicious, full } = judge({ ...sender, domain, via: form.via }, now)
  let mailAt = now
  if (full.length > 0) {
    const admission = await admit(sender, ['sign', slug, form.email.canonical], full, now)
    if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
    mailAt = admission.mailAt
  }

  const { name, email, comment, country, display, updates, via } = form
  const salt = randomBytes(32)
  const token = newToken()
  const nonce = newToken()
  const committed = recordHash({ petition: slug, name, email: email.canonical, country, display, nonce })
  const record: SignatureRecord = {
    name,
    email: email.deliverable,
    comment,
    token,
    opening: { salt: salt.toString('base64url'), nonce, record: committed.toString('base64url') },
  }
  const admitted = await storeSignature(
    {
      petitionId: petition.id,
      emailIndex: blindIndex('signature', petition.id, email.canonical),
      contentMac: contentMac(petition.id, form),
      addressIndex: keyedHash(await dayKey('mail', now), email.canonical),
      textSha256: text.sha256,
      tokenHash: tokenHash(token),
      commitment: commitment(text.sha256, salt, committed),
      sealed: sealRecord(record),
      hasComment: comment !== null,
      locale,
      country,
      display,
      updates,
      via,
      signals,
      suspicious,
      mailAt,
    },
    now,
  )
  if (!admitted) return { ok: false, reason: 'petition_closed' }
  return mailAt > now ? { ok: true, later: true } : { ok: true }
}

function tokenHash(token: string) {
  const hash = hashToken(token)
  if (!hash) throw new Error('a new token has the wrong form')
  return hash
}
