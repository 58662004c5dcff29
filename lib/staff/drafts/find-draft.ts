import { db } from '@/lib/db'
import { openBox } from '../secret-box'
import type { Staff } from '../staff'
import type { Draft } from './keep-draft'

/** What was typed into this form in this session, or null. */
export async function findDraft(by: Staff, form: string, id: unknown): Promise<Draft | null> {
  if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return null
  const row = await db().deskDraft.findFirst({ where: { id, sessionId: by.session.id } })
  if (!row) return null
  try {
    return JSON.parse(openBox(row.box, `draft ${form} ${by.session.id}`)) as Draft
  } catch {
    return null
  }
}
