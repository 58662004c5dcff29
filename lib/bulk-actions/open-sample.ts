import { auditOpenings, type OpenedSignature, openSignature } from '@/lib/signatures/admin/open-signature'
import { reference } from '@/lib/signatures/admin/reference'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { findApproval } from '@/lib/staff/approvals/list-approvals'
import type { OpeningRefusal } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { findSample } from './find-kinds'

type SampleResult =
  | { ok: true; keys: string[] }
  | { ok: false; reason: 'changed' | 'unknown' | 'why_missing' | OpeningRefusal }

/**
 * Logs that a member of staff is about to decrypt the sample of a bulk action that waits for approval. Each signer
 * counts as one of the day's openings.
 * @param id of the approval
 * @returns the keys that may be decrypted now (`openSample`)
 */
export async function auditSample(by: Staff, id: string, why: string, now: Date): Promise<SampleResult> {
  const approval = await findApproval(by, id, now)
  const isOpen = approval?.stage === 'waiting' || approval?.stage === 'scheduled'
  if (approval?.verb !== 'bulk.approve' || !isOpen) return { ok: false, reason: 'changed' }
  const keys = (await findSample(by, approval.subject.slice('bulk:'.length))).map(({ key }) => key)
  if (keys.length === 0) return { ok: false, reason: 'changed' }
  const audited = await auditOpenings(by, keys, why, now)
  return audited.ok ? { ok: true, keys } : audited
}

/** A decrypted signer of the sample. */
export type SampleSigner = Pick<OpenedSignature, 'name' | 'email' | 'comment'> & { key: string; reference: string }

/** Decrypts signers; those deleted since are left out. Call it only after `auditSample`. */
export async function openSample(by: Staff, keys: string[]): Promise<SampleSigner[]> {
  const opened = keys.map(async (key) => {
    const signer = await openSignature(by, key)
    const { emailIndex } = readKey(key) ?? {}
    if (!signer || !emailIndex) return []
    const { name, email, comment } = signer
    return { key, reference: reference(emailIndex), name, email, comment }
  })
  return (await Promise.all(opened)).flat()
}
