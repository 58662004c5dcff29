import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { trimInvisible, trimLines, turnsDirection } from '@/lib/text/clean-text'
import { kept, lockRow } from '@/lib/transaction'
import { isLocale } from '@/messages/translator'

/** Maximum length of subject and text, in characters. */
export const limits = { subject: 150, body: 20_000 }

const text = z.object({
  subject: z
    .string()
    .transform((typed) => trimInvisible(typed.normalize('NFC')))
    .refine((typed) => typed.length <= limits.subject && !/\p{Cc}/u.test(typed) && !turnsDirection(typed)),
  body: z
    .string()
    .transform((typed) => trimLines(typed.normalize('NFC')))
    .refine((typed) => typed.length <= limits.body && !/[\u202d\u202e]/.test(typed)),
})

export type DraftResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'unknown' | 'changed' | 'text' | 'text_invalid' }

/**
 * Creates a draft mailing to the signers of a petition, or returns the same person's empty one: a double click creates
 * only one.
 */
export function createMailing(by: Staff, petitionId: string, now: Date): Promise<DraftResult> {
  return staffWrite<DraftResult>(by, 'update.write', now, async ({ tx, log }) => {
    const petition = await tx.petition.findUnique({ where: { id: petitionId } })
    if (!petition || petition.status === 'draft') return { ok: false, reason: 'unknown' }
    await lockRow(tx, 'petition', petitionId)
    const untouched = { petitionId, createdBy: by.id, stage: 'draft', revision: 0, texts: { none: {} } } as const
    const begun = await tx.mailing.findFirst({ where: untouched, select: { id: true } })
    if (begun) return { ok: true, id: begun.id }
    const id = randomUUID()
    await tx.mailing.create({ data: { id, petitionId, stage: 'draft', createdBy: by.id, createdAt: now } })
    log('update.begin', `update:${id}`, { petition: petition.slug })
    return { ok: true, id }
  })
}

/**
 * Saves the text of one language; an empty text is removed.
 * @param revision of the text that was shown: if somebody has saved since, their text stays, and this one is stored
 *   beside it
 */
export function saveMailingText(
  by: Staff,
  { id, locale, revision }: { id: string; locale: string; revision: number },
  typed: { subject: string; body: string },
  now: Date,
): Promise<DraftResult> {
  return staffWrite<DraftResult>(by, 'update.write', now, async ({ tx, log }) => {
    const read = text.safeParse(typed)
    if (!read.success || !isLocale(locale)) return { ok: false, reason: 'text_invalid' }
    const { subject, body } = read.data
    const mailing = (await lockRow(tx, 'mailing', id)) && (await tx.mailing.findUnique({ where: { id } }))
    if (!mailing) return { ok: false, reason: 'unknown' }
    const key = { mailingId_locale: { mailingId: id, locale } }
    const before = await tx.mailingText.findUnique({ where: key })
    const whole = (subject === '') === (body === '')
    if (mailing.stage !== 'draft' || (before?.revision ?? 0) !== revision || !whole) {
      const other = { otherSubject: subject, otherBody: body }
      const row = { mailingId: id, locale, subject: '', body: '', ...other }
      await tx.mailingText.upsert({ where: key, create: row, update: other })
      return kept<DraftResult>({ ok: false, reason: whole ? 'changed' : 'text' })
    }
    const saved = { subject, body, revision: revision + 1, otherSubject: null, otherBody: null }
    await tx.mailingText.upsert({ where: key, create: { mailingId: id, locale, ...saved }, update: saved })
    await tx.mailing.update({ where: { id }, data: { revision: { increment: 1 } } })
    log('update.write', `update:${id}`, { locale, revision: revision + 1, characters: body.length })
    return { ok: true, id }
  })
}

/** Discards the conflicting text of one language, which somebody else's saving had set aside. The saved text stays. */
export function discardOtherText(by: Staff, id: string, locale: string, now: Date): Promise<DraftResult> {
  return staffWrite<DraftResult>(by, 'update.write', now, async ({ tx }) => {
    const { count } = await tx.mailingText.updateMany({
      where: { mailingId: id, locale, otherBody: { not: null }, mailing: { stage: 'draft' } },
      data: { otherSubject: null, otherBody: null },
    })
    return count === 0 ? { ok: false, reason: 'changed' } : { ok: true, id }
  })
}

/** Deletes a draft. Mailings that were started cannot be deleted. */
export function discardMailing(by: Staff, id: string, revision: number, now: Date): Promise<DraftResult> {
  return staffWrite<DraftResult>(by, 'update.write', now, async ({ tx, log }) => {
    const { count } = await tx.mailing.deleteMany({ where: { id, revision, stage: 'draft' } })
    if (count === 0) return { ok: false, reason: 'changed' }
    log('update.discard', `update:${id}`)
    return { ok: true, id }
  })
}
