import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { type ContentPart, digestOf } from '@/lib/staff/approvals/content'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { textHash } from '../text-hash'
import { followCorrection } from './follow-correction'
import { isPublic } from './is-public'
import { asksOf, noWords, type PetitionWords, sameWords, unfinished, wordFields } from './petition-words'
import { textState } from './text-state'

interface Publishing {
  petitionId: string
  locale: string
  /** Revision of the draft that the page showed. */
  expectedVersion: number
  /** Version published at that time; 0 if there was none. */
  version: number
  /** Only slips are mended: the meaning is the same, and translations of it stay up to date. */
  correction?: boolean
}

type PublishRefusal = 'unknown' | 'changed' | 'unfinished' | 'same'

export type PublicationResult =
  /** `approval`: the pending one; null if the text is published. */
  { ok: true; approval: string | null } | { ok: false; reason: PublishRefusal | 'waits' }

/**
 * Publishes the saved text as the next version: with approval if the public reads the petition, or will on a scheduled
 * day. The texts of a draft need none: their approval is part of opening the petition.
 */
export function requestPublication(
  by: Staff,
  { reason, ...publishing }: Publishing & { reason: string },
  now: Date,
): Promise<PublicationResult> {
  const { petitionId, locale, expectedVersion, version, correction = false } = publishing
  return staffWrite<PublicationResult>(by, 'petition.write', now, async ({ tx }) => {
    const next = await nextVersion(tx, publishing)
    if (typeof next === 'string') return { ok: false, reason: next }
    if (!next.isPublic) {
      await publish(tx, by, publishing, next, now)
      if (correction) await followCorrection(tx, { ...publishing, by: by.id }, next.before, now)
      return { ok: true, approval: null }
    }
    const detail = {
      petition: next.slug,
      language: locale,
      revision: String(expectedVersion),
      'version now': String(version),
      ...(correction && { correction: 'yes' }),
    }
    const content = partsOf(locale, next)
    const subject = `petition_text:${petitionId}.${locale}`
    const approval = await requestApproval(tx, by, { verb: 'petition.publish', subject, detail, reason, content }, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

/** Approved: this text. */
export const executePublication: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'petition', key.split('.')[0] ?? ''),
  async execute(tx, { key, detail, content, by, askedBy }, now) {
    const [petitionId = '', locale = ''] = key.split('.')
    const version = Number(detail['version now'])
    const correction = detail.correction === 'yes'
    const publishing = { petitionId, locale, expectedVersion: Number(detail.revision), version, correction }
    const next = await nextVersion(tx, publishing)
    if (typeof next === 'string') return next === 'unknown' ? 'changed' : next
    if (digestOf(partsOf(locale, next)) !== digestOf(content)) return 'changed'
    await publish(tx, by, publishing, next, now)
    if (correction) await followCorrection(tx, { ...publishing, by: askedBy }, next.before, now)
    return null
  },
}

interface Next {
  slug: string
  words: PetitionWords
  before: PetitionWords
  isPublic: boolean
}

/**
 * The version that would be published, under the petition's lock: publications are serialised, and signing does not
 * wait.
 */
async function nextVersion(
  tx: Prisma.TransactionClient,
  { petitionId, locale, expectedVersion, version }: Publishing,
): Promise<Next | PublishRefusal> {
  await lockRow(tx, 'petition', petitionId)
  const petition = await tx.petition.findUnique({ where: { id: petitionId, removedAt: null } })
  if (!petition) return 'unknown'
  const { words, revision, published } = await textState(petitionId, locale, tx)
  if (revision !== expectedVersion || (published?.version ?? 0) !== version) return 'changed'
  if (unfinished(words).length > 0) return 'unfinished'
  if (published && sameWords(words, published.words)) return 'same'
  return { slug: petition.slug, words, before: published?.words ?? noWords, isPublic: isPublic(petition) }
}

function partsOf(locale: string, { words, before }: Next): ContentPart[] {
  return wordFields
    .filter((name) => words[name] !== '' || before[name] !== '')
    .map((name) => ({ name, label: name, locale, before: before[name], after: words[name] }))
}

/** Adds a version: earlier ones stay, for those who signed them. */
async function publish(
  tx: Prisma.TransactionClient,
  by: Staff | null,
  { petitionId, locale, expectedVersion, version, correction }: Publishing,
  { slug, words }: Next,
  now: Date,
): Promise<void> {
  const { title, call, addressee, body, story } = words
  const text = { locale, version: version + 1, title, call, addressee, asks: asksOf(words), body }
  const sha256 = textHash({ ...text, slug })
  await tx.petitionText.create({ data: { ...text, petitionId, story: story || null, sha256, publishedAt: now } })
  const logged = { locale, version: text.version, revision: expectedVersion, sha256: sha256.toString('hex') }
  const detail = { ...logged, ...(correction && { correction: 'yes' }) }
  await audit(tx, { by, verb: 'petition.publish_text', subject: `petition:${petitionId}`, detail }, now)
}
