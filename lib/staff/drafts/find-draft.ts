import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { tryOpen } from '@/lib/vault/aead'
import { decryptSecret } from '../encrypt-secret'
import type { Staff } from '../staff'
import type { Draft } from './keep-draft'
import { findKeptForm } from './kept-form'

/** The draft of this form in this session, or what its person typed when one had ended; null where there is none. */
export async function findDraft(by: Staff, form: string, id: unknown): Promise<Draft | null> {
  if (!isId(id)) return null
  const row = await db().savedForm.findFirst({ where: { id, sessionId: by.session.id } })
  if (!row) return keptDraft(by, form, id)
  return openDraft(row, form)
}

/** What a stored draft holds; null where it is of another form. */
export function openDraft({ sessionId, box }: { sessionId: string; box: Uint8Array }, form: string): Draft | null {
  return tryOpen(() => JSON.parse(decryptSecret(box, `draft ${form} ${sessionId}`)) as Draft)
}

async function keptDraft(by: Staff, form: string, id: string): Promise<Draft | null> {
  const found = await findKeptForm(by, id)
  return found?.form === form ? { fields: found.fields, errors: {}, kept: { id, at: found.at } } : null
}
