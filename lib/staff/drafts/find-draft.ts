import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { tryOpen } from '@/lib/vault/aead'
import { decryptSecret } from '../encrypt-secret'
import type { Staff } from '../staff'
import type { Draft } from './keep-draft'
import { findKeptForm } from './kept-form'

/**
 * Returns a draft of this form from this session, or from a session of the person that has ended; null if there is
 * none.
 */
export async function findDraft(by: Staff, form: string, id: unknown): Promise<Draft | null> {
  if (!isId(id)) return null
  const row = await db().savedForm.findFirst({ where: { id, sessionId: by.session.id } })
  if (!row) return keptDraft(by, form, id)
  return openDraft(row, form)
}

/** Decrypts a stored draft; null if it belongs to another form. */
export function openDraft({ sessionId, box }: { sessionId: string; box: Uint8Array }, form: string): Draft | null {
  return tryOpen(() => JSON.parse(decryptSecret(box, `draft ${form} ${sessionId}`)) as Draft)
}

async function keptDraft(by: Staff, form: string, id: string): Promise<Draft | null> {
  const found = await findKeptForm(by, id)
  return found?.form === form ? { fields: found.fields, errors: {}, kept: { id, at: found.at } } : null
}
