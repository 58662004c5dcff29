import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { paddedJson } from '@/lib/vault/padded-json'
import { encryptSecret } from '../encrypt-secret'
import type { Staff } from '../staff'

/** A form for staff as it was typed, with the codes of its errors, by field. */
export interface Draft {
  fields: Record<string, string>
  errors: Record<string, string[]>
  /** Set if it was typed in a session that has ended (`kept-form.ts`). */
  kept?: { id: string; at: Date }
}

/** Maximum number of drafts for one session; the oldest are deleted. */
const MAX_DRAFTS = 20

/**
 * Stores a form as typed, so that nobody types it twice: encrypted for this session, and deleted with it.
 * @param form the form's name; the draft fills in no other form
 * @returns its id, for the address of the form
 */
export async function keepDraft(by: Staff, form: string, draft: Draft, now: Date): Promise<string> {
  const id = randomUUID()
  const sessionId = by.session.id
  const box = encryptSecret(paddedJson(draft), `draft ${form} ${sessionId}`)
  await db().savedForm.create({ data: { id, sessionId, box, keptAt: now } })
  const old = await db().savedForm.findMany({
    where: { sessionId },
    orderBy: { keptAt: 'desc' },
    skip: MAX_DRAFTS,
    select: { id: true },
  })
  if (old.length > 0) await db().savedForm.deleteMany({ where: { id: { in: old.map((row) => row.id) } } })
  return id
}
