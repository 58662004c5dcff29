import { createHmac, randomBytes } from 'node:crypto'
import { db } from '@/lib/db'
import { keyText, type SignatureKey } from '@/lib/signatures/admin/signature-key'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'

/** A waiting comment: whose it is, and the hash of what its signature holds now. */
export interface WaitingComment extends SignatureKey {
  contentMac: Uint8Array
}

/**
 * The key of this process, which is lost when it ends: the hashes of comments are stored nowhere, and nobody outside
 * can test a guess against them.
 */
const key = randomBytes(32)
const marks = new Map<string, string>()
const MAX_MARKS = 5_000
/** Opened in one go, so that other requests get their turn. */
const BATCH_SIZE = 50

/**
 * The comments that say the same as the first, itself included, in their order. Those not seen before are opened for
 * it, in memory; their reading is logged when somebody gets them.
 */
export async function sayTheSame(comments: WaitingComment[]): Promise<WaitingComment[]> {
  const names = comments.map((one) => `${keyText(one)} ${Buffer.from(one.contentMac).toString('base64url')}`)
  const unknown = comments.filter((_, i) => !marks.has(names[i] ?? ''))
  for (let at = 0; at < unknown.length; at += BATCH_SIZE) await mark(unknown.slice(at, at + BATCH_SIZE))
  const [first] = names
  const same = first && marks.get(first)
  const found = same ? comments.filter((_, i) => marks.get(names[i] ?? '') === same) : comments.slice(0, 1)
  for (const name of marks.keys()) {
    if (marks.size <= MAX_MARKS) break
    marks.delete(name)
  }
  return found
}

/** A comment as it is compared: the same words, whatever their case, width, spaces, punctuation and emoji. */
export function comparedText(comment: string): string {
  const text = comment.normalize('NFKC').toLowerCase()
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || text.trim()
}

async function mark(comments: WaitingComment[]): Promise<void> {
  const rows = await db().signature.findMany({
    where: { OR: comments.map(({ petitionId, emailIndex }) => ({ petitionId, emailIndex })) },
    select: { petitionId: true, emailIndex: true, contentMac: true, sealed: true },
  })
  for (const row of rows) {
    const comment = tryOpen(() => openRecord(row.sealed, signatureRecord).comment)
    // Without one, it says the same as nothing.
    const text = comment ? `${row.petitionId}\0${comparedText(comment)}` : randomBytes(16).toString('hex')
    const name = `${keyText(row)} ${Buffer.from(row.contentMac).toString('base64url')}`
    marks.set(name, createHmac('sha256', key).update(text).digest('base64url'))
  }
}
