import { db } from '@/lib/db'
import { networkTextOf } from '@/lib/integrity/network-text'
import { type AuditView, listEntries } from '@/lib/staff/audit/list-entries'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Display, SignatureState } from '@/prisma/generated/enums'
import { findSuppression } from '../suppression/find-suppression'
import { reference } from './reference'
import { readKey } from './signature-key'
import { subjectOf } from './subject'

/** A signature with its history, without decrypting anything. */
export interface SignatureDetail {
  key: string
  reference: string
  petition: string
  /** The signed text; null if its version is unknown. */
  text: { locale: string; version: number } | null
  state: SignatureState
  country: string
  locale: string
  display: Display
  updates: boolean
  via: string | null
  hasComment: boolean
  receivedAt: Date
  confirmedAt: Date
  countedAt: Date | null
  withdrawnAt: Date | null
  leafIndex: bigint | null
  /** Flags recorded when it was signed (lib/integrity/signals.ts). */
  signals: string
  appealedAt: Date | null
  /** The group of its busy network (`networkField`), and its number of signatures; null once purged. */
  network: string | null
  together: number
  /** The decision about its comment. */
  comment: { decision: string; reason: string | null; decidedAt: Date } | null
  /** Why and since when its address is suppressed. */
  suppression: { reason: string; suppressedAt: Date } | null
  /** If its leaf was retracted: the reason, and the index of the retracting leaf once it is written. */
  takenBack: { reason: string; leaf: bigint | null } | null
  history: AuditView[]
  /** Bulk actions that changed it. */
  acts: { id: string; verb: string; at: Date }[]
}

/** @returns null if there is none: it never existed, was erased, or was purged */
export async function findSignature(by: Staff, key: string): Promise<SignatureDetail | null> {
  authorise(by, 'signature.read')
  const where = readKey(key)
  if (!where) return null
  const row = await db().signature.findUnique({
    where: { petitionId_emailIndex: where },
    include: { comment: { select: { decision: true, reason: true, decidedAt: true } } },
    omit: { sealed: true, tokenHash: true, contentMac: true, appeal: true, suspicious: true },
  })
  if (!row) return null
  const { petitionId, emailIndex, textSha256, commitment, networkGroup, ...shown } = row
  const { leafIndex } = row
  const leaf = leafIndex === null ? null : { petitionId, leafIndex }
  const [text, petition, { entries }, items, suppression, retraction, together] = await Promise.all([
    db().petitionText.findUnique({ where: { petitionId_sha256: { petitionId, sha256: textSha256 } } }),
    db().petition.findUniqueOrThrow({ where: { id: petitionId } }),
    listEntries({ subject: subjectOf(commitment) }),
    db().bulkItem.findMany({ where: { emailIndex, changed: true, action: { petitionId } }, include: { action: true } }),
    findSuppression(where),
    leaf && db().retraction.findUnique({ where: { petitionId_leafIndex: leaf } }),
    networkGroup === null ? 0 : db().signature.count({ where: { networkGroup } }),
  ])
  return {
    ...shown,
    key,
    reference: reference(emailIndex),
    petition: petition.slug,
    text: text && { locale: text.locale, version: text.version },
    network: networkTextOf(networkGroup),
    together,
    suppression,
    takenBack: retraction && { reason: retraction.reason, leaf: retraction.retractedIndex },
    history: entries,
    acts: items.map(({ action, doneAt }) => ({ id: action.id, verb: action.verb, at: doneAt ?? action.askedAt })),
  }
}
