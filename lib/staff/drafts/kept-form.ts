import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { tryOpen } from '@/lib/vault/aead'
import { paddedJson } from '@/lib/vault/padded-json'
import { decryptSecret, encryptSecret } from '../encrypt-secret'
import type { Staff } from '../staff'

const stored = z.object({
  /** The path and query of the page with the form. */
  path: z.string().regex(/^\/admin(\/|$)/),
  /** The form's name (`findDraft`); empty if it cannot be filled in again. */
  form: z.string(),
  fields: z.record(z.string(), z.string()),
  /** The name of the person who began it, if it was handed over (`hand-over-forms.ts`). */
  from: z.string().optional(),
})

/** A submitted form that was not executed, as typed. */
export type SentForm = z.infer<typeof stored>

export interface KeptForm extends SentForm {
  id: string
  at: Date
}

/** The form's author, and the session in which it was typed. */
interface Author {
  userId: string
  sessionId: string
}

/** How long an unsaved form is stored for its author, in ms. */
const LIFE = 7 * 86_400_000

/**
 * Maximum number of forms for one session, so that somebody with the cookie of an ended session cannot push out forms
 * from other sessions.
 */
const MAX_KEPT = 10

/** In characters; none of our forms is longer. */
const LONGEST = 1_000_000

/**
 * Stores a form for its author beyond the session: encrypted for this person, and never executed by itself.
 * @param id of the stored form, existing or new; another person's form is not changed
 * @returns its id; null if the session has too many, or the form is too long
 */
export async function keepForm(
  { userId, sessionId }: Author,
  form: SentForm,
  now: Date,
  id: string = randomUUID(),
): Promise<string | null> {
  const kept = stored.parse(form)
  if (JSON.stringify(kept).length > LONGEST) return null
  const box = sealKept(userId, kept)
  // One statement, so that only simultaneous requests can exceed the maximum.
  const count = await db().$executeRaw`
    INSERT INTO kept_form (id, user_id, session_id, box, kept_at)
    SELECT ${id}::uuid, ${userId}::uuid, ${sessionId}::uuid, ${box}, ${now}
    WHERE (SELECT count(*) FROM kept_form WHERE session_id = ${sessionId}::uuid AND id <> ${id}::uuid) < ${MAX_KEPT}
    ON CONFLICT (id) DO UPDATE SET box = excluded.box, kept_at = excluded.kept_at, session_id = excluded.session_id
      WHERE kept_form.user_id = excluded.user_id`
  return count === 1 ? id : null
}

/** Returns a person's own stored form; null if there is none. */
export async function findKeptForm(by: Pick<Staff, 'id'>, id: unknown): Promise<KeptForm | null> {
  if (!isId(id)) return null
  const row = await db().keptForm.findFirst({ where: { id, userId: by.id } })
  return row && openKept(row)
}

/** Lists a person's own stored forms, newest first. */
export async function listKeptForms(by: Pick<Staff, 'id'>): Promise<KeptForm[]> {
  const rows = await db().keptForm.findMany({ where: { userId: by.id }, orderBy: { keptAt: 'desc' }, take: 20 })
  return rows.map(openKept).filter((one) => one !== null)
}

/** Deletes a form that was saved or is no longer needed. */
export async function discardKeptForm(by: Staff, id: string): Promise<void> {
  if (isId(id)) await db().keptForm.deleteMany({ where: { id, userId: by.id } })
}

/** Deletes expired forms. */
export async function purgeKeptForms(now: Date): Promise<void> {
  await db().keptForm.deleteMany({ where: { keptAt: { lte: new Date(now.getTime() - LIFE) } } })
}

/** Decrypts a stored row; null if that is impossible. */
export function openKept({ id, userId, box, keptAt }: { id: string; userId: string; box: Uint8Array; keptAt: Date }) {
  const form = tryOpen(() => stored.parse(JSON.parse(decryptSecret(box, owner(userId)))))
  return form && { ...form, id, at: keptAt }
}

/** Encrypts a form for one person: copied to another person's row, it cannot be decrypted. */
export function sealKept(userId: string, form: SentForm) {
  return encryptSecret(paddedJson(stored.parse(form)), owner(userId))
}

function owner(userId: string): string {
  return `kept form ${userId}`
}
