import { db } from '@/lib/db'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { textHash } from '../text-hash'
import { textState } from './text-state'
import { asksOf, sameWords, unfinished } from './words'

interface Publishing {
  petitionId: string
  locale: string
  /** Revision of the draft that was looked at. */
  seen: number
  /** Version that was published then; 0 where there was none. */
  version: number
}

export type PublishTextResult =
  | { ok: true; version: number }
  | { ok: false; reason: 'unknown' | 'changed' | 'unfinished' | 'same' }

/**
 * Makes the saved words the next version that the public reads. Versions are only ever added: who signed an earlier one
 * stays bound to it.
 */
export function publishText(
  by: Staff,
  { petitionId, locale, seen, version }: Publishing,
  now: Date,
): Promise<PublishTextResult> {
  authorise(by, 'petition.write')
  return db().$transaction(async (tx) => {
    // Two who publish at once take turns; signing takes no lock here and waits for nobody.
    const [petition] = await tx.$queryRaw<{ slug: string }[]>`
      SELECT slug FROM petition WHERE id = ${petitionId}::uuid AND removed_at IS NULL FOR NO KEY UPDATE`
    if (!petition) return { ok: false, reason: 'unknown' }
    const { words, revision, published } = await textState(petitionId, locale, tx)
    if (revision !== seen || (published?.version ?? 0) !== version) return { ok: false, reason: 'changed' }
    if (unfinished(words).length > 0) return { ok: false, reason: 'unfinished' }
    if (published && sameWords(words, published.words)) return { ok: false, reason: 'same' }

    const { title, call, addressee, body, story } = words
    const text = { locale, version: version + 1, title, call, addressee, asks: asksOf(words), body }
    const sha256 = textHash({ ...text, slug: petition.slug })
    await tx.petitionText.create({ data: { ...text, petitionId, story: story || null, sha256, publishedAt: now } })
    const detail = { locale, version: text.version, revision, sha256: sha256.toString('hex') }
    await record(tx, { by, verb: 'petition.publish_text', subject: `petition:${petitionId}`, detail }, now)
    return { ok: true, version: text.version }
  })
}
