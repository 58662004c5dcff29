import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { fieldIssues, lineField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { named, staffName } from '@/lib/staff/staff-name'
import { staffWrite } from '@/lib/staff/staff-write'
import { fold } from '@/lib/text/fold'
import { fingerprintOf, readRecipient } from './recipient'

/** A body or office to which files are encrypted, with its public key. */
export interface SavedRecipient {
  id: string
  name: string
  /** An age public key. */
  key: string
  addedBy: string
  addedAt: Date
  /** The number of files requested for the key, and the time of the last request. */
  files: number
  lastAt: Date | null
}

const form = z.object({
  name: lineField(120),
  key: z
    .string()
    .default('')
    .transform((text, ctx) => {
      const key = readRecipient(text)
      if (key) return key
      ctx.addIssue(text.trim() === '' ? 'missing' : 'age_key')
      return z.NEVER
    }),
})

export type SaveRecipientResult = { ok: true; id: string } | { ok: false; errors: Record<string, string[]> }

/** Saves a public key under a name. Keys and names are unique: nobody can save another key under the same name. */
export function saveRecipient(by: Staff, typed: Record<string, string>, now: Date): Promise<SaveRecipientResult> {
  return staffWrite<SaveRecipientResult>(by, 'recipient.manage', now, async ({ tx, log }) => {
    const read = form.safeParse(typed)
    if (!read.success) return { ok: false, errors: fieldIssues(read.error) }
    const { name, key } = read.data
    const [id, nameFolded] = [randomUUID(), fold(name)]
    const data = { id, name, nameFolded, key, addedBy: by.id, addedAt: now }
    const { count } = await tx.exportRecipient.createMany({ data, skipDuplicates: true })
    if (count === 0) {
      const known = await tx.exportRecipient.count({ where: { key } })
      return { ok: false, errors: { [known > 0 ? 'key' : 'name']: ['taken'] } }
    }
    log('export.save_recipient', `recipient:${id}`, { name, key: fingerprintOf(key) })
    return { ok: true, id }
  })
}

/** Removes a saved key. Files requested for it are not changed. */
export function removeRecipient(by: Staff, id: string, now: Date): Promise<{ ok: true } | { ok: false }> {
  return staffWrite(by, 'recipient.manage', now, async ({ tx, log }) => {
    const found = isId(id) ? await tx.exportRecipient.findUnique({ where: { id } }) : null
    const { count } = found ? await tx.exportRecipient.deleteMany({ where: { id } }) : { count: 0 }
    if (!found || count === 0) return { ok: false as const }
    log('export.remove_recipient', `recipient:${id}`, { name: found.name, key: fingerprintOf(found.key) })
    return { ok: true as const }
  })
}

/** Lists saved recipients by name. */
export async function listRecipients(by: Staff): Promise<SavedRecipient[]> {
  authorise(by, 'export.read')
  return recipientsWhere({})
}

/** The name under which a key is saved, and until when that name had another key; null if it is not saved. */
export async function recipientOf(key: string): Promise<(SavedRecipient & { anotherUntil: Date | null }) | null> {
  const [saved] = await recipientsWhere({ key })
  return saved ? { ...saved, anotherUntil: await anotherUntil(saved) } : null
}

/** One person can remove a recipient and save another key under its name, so those who approve a file are told. */
async function anotherUntil({ name, key }: SavedRecipient): Promise<Date | null> {
  const where = { verb: 'export.remove_recipient' }
  const removed = await db().auditEntry.findMany({ where, orderBy: { seq: 'desc' }, take: 1_000 })
  const another = removed.find(({ detail }) => {
    const before = z.object({ name: z.string(), key: z.string() }).safeParse(JSON.parse(detail)).data
    return before && fold(before.name) === fold(name) && before.key !== fingerprintOf(key)
  })
  return another?.at ?? null
}

export async function findRecipient(by: Staff, id: string): Promise<SavedRecipient | null> {
  authorise(by, 'export.read')
  return isId(id) ? ((await recipientsWhere({ id }))[0] ?? null) : null
}

async function recipientsWhere(where: { id?: string; key?: string }): Promise<SavedRecipient[]> {
  const rows = await db().exportRecipient.findMany({ where, include: { adder: named }, orderBy: { nameFolded: 'asc' } })
  const files = await db().dataExport.groupBy({
    by: ['recipient'],
    where: { recipient: { in: rows.map(({ key }) => key) } },
    _count: true,
    _max: { askedAt: true },
  })
  return rows.map(({ id, name, key, addedAt, adder }) => {
    const used = files.find(({ recipient }) => recipient === key)
    const usage = { files: used?._count ?? 0, lastAt: used?._max.askedAt ?? null }
    return { id, name, key, addedAt, addedBy: staffName(adder), ...usage }
  })
}
