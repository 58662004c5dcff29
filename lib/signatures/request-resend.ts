import { db } from '@/lib/db'
import type { EmailAddress } from '@/lib/input/canonical-email'
import { admit, type ChallengeAnswer, type Refused } from '@/lib/integrity/admit'
import { addressIndex } from '@/lib/mail/address-index'
import { networkTag } from '@/lib/mail/network-tag'
import { queueMail } from '@/lib/mail/queue-mail'
import { signablePetition } from '@/lib/petitions/signable-petition'
import { blindIndex } from '@/lib/vault/blind-index'
import { mailRowId } from './mail-row-id'

/** The number of mails that one network may request again within an hour without a challenge. They are sent later. */
const SLOTS = 60

export type RequestResendResult =
  | { ok: true; later?: true }
  | { ok: false; reason: 'petition_unknown' }
  | ({ ok: false; reason: 'rate_limited' } & Refused)

/**
 * Requests a form's mail again: at once with a solved challenge, later without. It does not look up whether the address
 * has a pending form or ever had one: every request writes the same row, and the worker finds out which form it is
 * about (`findMailSubjects`), or that there is none.
 */
export async function requestResend(
  slug: string,
  { canonical }: EmailAddress,
  now: Date,
  { network, ...ways }: { network: string | null } & ChallengeAnswer,
): Promise<RequestResendResult> {
  const petition = await signablePetition(slug)
  if (!petition) return { ok: false, reason: 'petition_unknown' }
  const full = [{ kind: 'again', name: `again ${network}`, slots: SLOTS }]
  const admission = await admit(ways, ['again', slug, canonical], full, now)
  if ('task' in admission) return { ok: false, reason: 'rate_limited', ...admission }
  const { mailAt } = admission
  const solved = admission.by === 'task'
  const emailIndex = blindIndex('signature', petition.id, canonical)
  const tag = networkTag(addressIndex(canonical), network)
  const signature = { petitionId: petition.id, emailIndex }
  const id = mailRowId(['again', emailIndex, tag, solved], now)
  await queueMail(db(), { countedAs: canonical, kind: 'signature', signature, id, network, solved }, now, mailAt)
  return solved ? { ok: true } : { ok: true, later: true }
}
