import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { tryOpen } from '@/lib/vault/aead'
import { paddedJson } from '@/lib/vault/padded-json'
import { decryptSecret, encryptSecret } from '../encrypt-secret'
import type { Staff } from '../staff'

const stored = z.object({
  /** Of the page with the form, with its query. */
  path: z.string().regex(/^\/admin(\/|$)/),
  /** Which form (`findDraft`); empty for one that cannot be filled in again. */
  form: z.string(),
  fields: z.record(z.string(), z.string()),
  /** The name of who began it, where it was handed over (`hand-over-forms.ts`). */
  from: z.string().optional(),
})

/** A form that was sent and not carried out, as it was typed. */
export type SentForm = z.infer<typeof stored>

export interface KeptForm extends SentForm {
  id: string
  at: Date
}

/** Whose it is, and in which session it was typed. */
interface Author {
  userId: string
  sessionId: string
}

/** In ms: how long a person has to come back for what they typed. */
const LIFE = 7 * 86_400_000

/** Forms kept for one session: whoever holds the cookie of one that has ended cannot push out what was typed elsewhere. */
const MAX_KEPT = 10

/** In characters: more than any form of ours holds. */
const LONGEST = 1_000_000

/**
 * Keeps a form for its person, beyond the session: encrypted, opened for nobody else, and never carried out by itself.
 * @param id under which it is kept already, or shall be; another person's is left alone
 * @returns its id; null where the session has its share, or it is too long
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
  // In one statement, for requests at the same moment: the share may be exceeded by those, and by no more.
  const count = await db().$executeRaw`
    INSERT INTO kept_form (id, user_id, session_id, box, kept_at)
    SELECT ${id}::uuid, ${userId}::uuid, ${sessionId}::uuid, ${box}, ${now}
    WHERE (SELECT count(*) FROM kept_form WHERE session_id = ${sessionId}::uuid AND id <> ${id}::uuid) < ${MAX_KEPT}
    ON CONFLICT (id) DO UPDATE SET box = excluded.box, kept_at = excluded.kept_at, session_id = excluded.session_id
      WHERE kept_form.user_id = excluded.user_id`
  return count === 1 ? id : null
}

/** A person's own kept form; null where there is none. */
export async function findKeptForm(by: Pick<Staff, 'id'>, id: unknown): Promise<KeptForm | null> {
  if (!isId(id)) return null
  const row = await db().keptForm.findFirst({ where: { id, userId: by.id } })
  return row && openKept(row)
}

/** A person's own kept forms, the newest first. */
export async function listKeptForms(by: Pick<Staff, 'id'>): Promise<KeptForm[]> {
  const rows = await db().keptForm.findMany({ where: { userId: by.id }, orderBy: { keptAt: 'desc' }, take: 20 })
  return rows.map(openKept).filter((one) => one !== null)
}

/** It was saved at last, or its author does not need it. */
export async function discardKeptForm(by: Staff, id: string): Promise<void> {
  if (isId(id)) await db().keptForm.deleteMany({ where: { id, userId: by.id } })
}

/** Deletes what nobody came back for. */
export async function purgeKeptForms(now: Date): Promise<void> {
  await db().keptForm.deleteMany({ where: { keptAt: { lte: new Date(now.getTime() - LIFE) } } })
}

/** What a stored row holds; null where it can no longer be opened. */
export function openKept({ id, userId, box, keptAt }: { id: string; userId: string; box: Uint8Array; keptAt: Date }) {
  const form = tryOpen(() => stored.parse(JSON.parse(decryptSecret(box, owner(userId)))))
  return form && { ...form, id, at: keptAt }
}

/** The form encrypted for one person: moved to another person's row it opens for nobody. */
export function sealKept(userId: string, form: SentForm) {
  return encryptSecret(paddedJson(stored.parse(form)), owner(userId))
}

function owner(userId: string): string {
  return `kept form ${userId}`
}
