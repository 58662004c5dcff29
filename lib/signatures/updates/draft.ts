import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { trimInvisible, trimLines, turnsDirection } from '@/lib/text/clean-text'
import { isLocale } from '@/messages/words'
import type { Prisma } from '@/prisma/generated/client'

/** Longest subject and text, in characters. */
export const longest = { subject: 150, body: 20_000 }

const text = z.object({
  subject: z
    .string()
    .transform((typed) => trimInvisible(typed.normalize('NFC')))
    .refine((typed) => typed.length <= longest.subject && !/\p{Cc}/u.test(typed) && !turnsDirection(typed)),
  body: z
    .string()
    .transform((typed) => trimLines(typed.normalize('NFC')))
    .refine((typed) => typed.length <= longest.body && !/[\u202d\u202e]/.test(typed)),
})

export type DraftResult = { ok: true; id: string } | { ok: false; reason: 'unknown' | 'changed' | 'text' }

/** Begins an update to the signers of a petition. */
export async function beginUpdate(by: Staff, petitionId: string, now: Date): Promise<DraftResult> {
  authorise(by, 'update.write')
  const petition = await db().petition.findUnique({ where: { id: petitionId } })
  if (!petition || petition.status === 'draft') return { ok: false, reason: 'unknown' }
  const id = randomUUID()
  await db().$transaction(async (tx) => {
    await tx.signerUpdate.create({ data: { id, petitionId, stage: 'draft', createdBy: by.id, createdAt: now } })
    await record(tx, { by, verb: 'update.begin', subject: `update:${id}`, detail: { petition: petition.slug } }, now)
  })
  return { ok: true, id }
}

/**
 * Saves the text of one language; an empty one is taken out.
 * @param revision the text's as it was seen: if somebody saved since, theirs stays and this is kept beside it
 */
export async function saveUpdateText(
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
    const before = await tx.signerUpdateText.findUnique({ where: key })
    const whole = (subject === '') === (body === '')
    if (stage !== 'draft' || (before?.revision ?? 0) !== revision || !whole) {
      const other = { otherSubject: subject, otherBody: body }
      const row = { updateId: id, locale, subject: '', body: '', ...other }
      await tx.signerUpdateText.upsert({ where: key, create: row, update: other })
      return { ok: false, reason: whole ? 'changed' : 'text' }
    }
    const saved = { subject, body, revision: revision + 1, otherSubject: null, otherBody: null }
    await tx.signerUpdateText.upsert({ where: key, create: { updateId: id, locale, ...saved }, update: saved })
    await tx.signerUpdate.update({ where: { id }, data: { revision: { increment: 1 } } })
    const detail = { locale, revision: revision + 1, characters: body.length }
    await record(tx, { by, verb: 'update.write', subject: `update:${id}`, detail }, now)
    return { ok: true, id }
  })
}

/** Waits for whoever saves or starts it at this moment. */
async function lockUpdate(tx: Prisma.TransactionClient, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ stage: string }[]>`
    SELECT stage FROM signer_update WHERE id = ${id}::uuid FOR UPDATE`
  return row?.stage ?? null
}

/** Throws a draft away. One that was started stays. */
export async function discardUpdate(by: Staff, id: string, revision: number, now: Date): Promise<DraftResult> {
  authorise(by, 'update.write')
  return db().$transaction(async (tx) => {
    const { count } = await tx.signerUpdate.deleteMany({ where: { id, revision, stage: 'draft' } })
    if (count === 0) return { ok: false, reason: 'changed' }
    await record(tx, { by, verb: 'update.discard', subject: `update:${id}` }, now)
    return { ok: true, id }
  })
}
