import { memberCode } from '@/lib/coalition/member-code'
import { keepTrying } from '@/lib/failover/keep-trying'
import { mailDomainOf } from '@/lib/input/canonical-email'
import { admit, type ChallengeAnswer, type Refused } from '@/lib/integrity/admit'
import { addSignal, assessRisk, type Sender } from '@/lib/integrity/signals'
import { shownText, signablePetition } from '@/lib/petitions/signable-petition'
import { makeSignature } from './make-signature'
import type { SignatureForm } from './signature-form'
import { storeSignature } from './store-signature'

export type SignResult =
  | { ok: true; later?: true }
  | { ok: false; reason: 'petition_unknown' | 'petition_closed' | 'text_unknown' }
  | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Receives a signature: stores one pending form and queues one mail, both committed when this returns. The result does
 * not depend on what else was posted for the address, nor on whether it has signed.
 * @param sender what the request reveals about its sender; omitted by our own programs
 * @returns a refusal if the petition is unknown or closed, the text is not one of its texts, or a rate limit was
 *   reached
 * @throws DatabaseAway if the database stayed away for too long
 */
export async function sign(
  slug: string,
  posted: SignatureForm,
  locale: string,
  now: Date,
  sender: Omit<Sender, 'domain' | 'via'> & ChallengeAnswer = { network: null, formTime: 'good', trap: false },
): Promise<SignResult> {
  // Only read.
  const petition = await keepTrying(() => signablePetition(slug, posted.text))
  if (!petition) return { ok: false, reason: 'petition_unknown' }
  if (petition.status !== 'open') return { ok: false, reason: 'petition_closed' }
  const text = shownText(petition, posted.text, locale)
  if (!text) return { ok: false, reason: 'text_unknown' }
  const form = { ...posted, via: await memberCode(posted.via) }

  const domain = mailDomainOf(form.email.canonical)
  const risk = await assessRisk({ ...sender, domain, via: form.via }, now)
  const { full, undo } = risk
  let doubt = { signals: risk.signals, suspicious: risk.suspicious }
  let mailAt = now
  let solved = false
  if (full.length > 0) {
    const admission = await admit(sender, ['sign', slug, form.email.canonical], full, now)
    if ('task' in admission) {
      undo()
      return { ok: false, reason: 'rate_limited', ...admission }
    }
    mailAt = admission.mailAt
    solved = admission.by === 'task'
    doubt = addSignal(doubt.signals, solved ? 'solved_task' : 'late_mail')
  }

  const row = makeSignature(form, {
    petition: { id: petition.id, slug },
    textSha256: text.sha256,
    locale,
    ...doubt,
    now,
    mailAt,
    network: sender.network,
    networkGroup: risk.group,
    solved,
  })
  // Tried again, the same row is found by its form, and its mail by its id, so that it keeps its link. A new row would
  // have another.
  const admitted = await keepTrying(() => storeSignature(row)).catch((error: unknown) => {
    // A form that is sent again counts once against the limits.
    undo()
    throw error
  })
  if (!admitted) return { ok: false, reason: 'petition_closed' }
  return mailAt > now ? { ok: true, later: true } : { ok: true }
}
