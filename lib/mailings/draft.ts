import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { trimInvisible, trimLines, turnsDirection } from '@/lib/text/clean-text'
import { isLocale } from '@/messages/translator'
import type { Prisma } from '@/prisma/generated/client'

/** Longest subject and text, in characters. */
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

export type DraftResult = { ok: true; id: string } | { ok: false; reason: 'unknown' | 'changed' | 'text' }

/** Begins an update to the signers of a petition. */
export async function createMailing(by: Staff, petitionId: string, now: Date): Promise<DraftResult> {
  authorise(by, 'update.write')
  const petition = await db().petition.findUnique({ where: { id: petitionId } })
  if (!petition || petition.status === 'draft') return { ok: false, reason: 'unknown' }
  const id = randomUUID()
  await db().$transaction(async (tx) => {
    await tx.mailing.create({ data: { id, petitionId, stage: 'draft', createdBy: by.id, createdAt: now } })
    await audit(tx, { by, verb: 'update.begin', subject: `update:${id}`, detail: { petition: petition.slug } }, now)
  })
  return { ok: true, id }
}

/**
 * Saves the text of one language; an empty one is taken out.
 * @param revision the text's as it was seen: if somebody saved since, theirs stays and this is kept beside it
 */
export async function saveMailingText(
  by: Staff,
  { id, locale, revision }: { id: string; locale: string; revision: number },
  typed: { subject: string; body: string },
  now: Date,
): Promise<DraftResult> {
  authorise(by, 'update.write')
  const read = text.safeParse(typed)
  if (!read.success || !isLocale(locale)) return { ok: false, reason: 'text' }
  const { subject, body } = read.data
  return db().$transaction(async (tx) => {
    const stage = await lockUpdate(tx, id)
    if (!stage) return { ok: false, reason: 'unknown' }
    const key = { updateId_locale: { updateId: id, locale } }
    const before = await tx.mailingText.findUnique({ where: key })
    const whole = (subject === '') === (body === '')
    if (stage !== 'draft' || (before?.revision ?? 0) !== revision || !whole) {
      const other = { otherSubject: subject, otherBody: body }
      const row = { updateId: id, locale, subject: '', body: '', ...other }
      await tx.mailingText.upsert({ where: key, create: row, update: other })
      return { ok: false, reason: whole ? 'changed' : 'text' }
    }
    const saved = { subject, body, revision: revision + 1, otherSubject: null, otherBody: null }
    await tx.mailingText.upsert({ where: key, create: { updateId: id, locale, ...saved }, update: saved })
    await tx.mailing.update({ where: { id }, data: { revision: { increment: 1 } } })
    const detail = { locale, revision: revision + 1, characters: body.length }
    await audit(tx, { by, verb: 'update.write', subject: `update:${id}`, detail }, now)
    return { ok: true, id }
  })
}

/** Waits for whoever saves or starts it at this moment. */
async function lockUpdate(tx: Prisma.TransactionClient, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ stage: string }[]>`
    SELECT stage FROM mailing WHERE id = ${id}::uuid FOR UPDATE`
  return row?.stage ?? null
}

/** Throws a draft away. One that was started stays. */
export async function discardMailing(by: Staff, id: string, revision: number, now: Date): Promise<DraftResult> {
  authorise(by, 'update.write')
  return db().$transaction(async (tx) => {
    const { count } = await tx.mailing.deleteMany({ where: { id, revision, stage: 'draft' } })
    if (count === 0) return { ok: false, reason: 'changed' }
    await audit(tx, { by, verb: 'update.discard', subject: `update:${id}` }, now)
    return { ok: true, id }
  })
}
