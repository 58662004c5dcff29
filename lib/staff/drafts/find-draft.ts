import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { tryOpen } from '@/lib/vault/aead'
import { decryptSecret } from '../secret-box'
import type { Staff } from '../staff'
import type { Draft } from './keep-draft'

/** The draft of this form in this session; null where there is none. */
export async function findDraft(by: Staff, form: string, id: unknown): Promise<Draft | null> {
  if (!isId(id)) return null
  const row = await db().savedForm.findFirst({ where: { id, sessionId: by.session.id } })
  if (!row) return null
  return tryOpen(() => JSON.parse(decryptSecret(row.box, `draft ${form} ${by.session.id}`)) as Draft)
}
