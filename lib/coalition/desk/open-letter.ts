import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { LetterStatus } from '@/prisma/generated/enums'

export type LetterStep = { ok: true } | { ok: false; reason: 'changed' | 'no_text' }

/** Opens a draft: it is public, and organisations can be invited to sign it. It needs words in English. */
export function openLetter(by: Staff, id: string, now: Date): Promise<LetterStep> {
  return step(by, id, 'draft', 'open', now)
}

/** Closes an open letter: it is sent, and takes no more co-signatures. */
export function closeLetter(by: Staff, id: string, now: Date): Promise<LetterStep> {
  return step(by, id, 'open', 'sent', now)
}

async function step(by: Staff, id: string, from: LetterStatus, to: LetterStatus, now: Date): Promise<LetterStep> {
  authorise(by, 'coalition.write')
  if (!isId(id)) return { ok: false, reason: 'changed' }
  return db().$transaction(async (tx): Promise<LetterStep> => {
    const { count } = await tx.letter.updateMany({
      where: { id, status: from, texts: { some: { locale: 'en' } } },
      data: { status: to },
    })
    if (count === 0) {
      const waits = await tx.letter.count({ where: { id, status: from } })
      return { ok: false, reason: waits ? 'no_text' : 'changed' }
    }
    await record(tx, { by, verb: `letter.${to}`, subject: `letter:${id}`, detail: { before: from, after: to } }, now)
    return { ok: true }
  })
}
