import { generateIdentity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { readOrder } from './order'
import { findRecipient, listRecipients, recipientOf, removeRecipient, saveRecipient } from './saved-recipients'

useDatabase()

const now = new Date('2026-11-29T12:00:00Z')
const aKey = async () => identityToRecipient(await generateIdentity())

test('a public key is saved once, under a name that no other looks like', async () => {
  const by = await aStaffMember('moderator', now)
  const key = await aKey()
  expect(await saveRecipient(by, { name: ' Office of the Rapporteur ', key: ` ${key} ` }, now)).toMatchObject({
    ok: true,
  })
  expect(await recipientOf(key)).toMatchObject({ name: 'Office of the Rapporteur', addedBy: by.email, files: 0 })
  const refused = async (name: string, typed: string) => {
    const result = await saveRecipient(by, { name, key: typed }, now)
    return result.ok ? null : result.errors
  }
  expect(await refused('Another office', key)).toEqual({ key: ['taken'] })
  expect(await refused('OFFICE of the  Rapporteur', await aKey())).toEqual({ name: ['taken'] })
  expect(await refused('Another office', 'AGE-SECRET-KEY-1QQQ')).toEqual({ key: ['age_key'] })
  expect(await refused('', '')).toEqual({ name: ['missing'], key: ['missing'] })
  expect(await refused('turned \u202e around', key)).toEqual({ name: ['direction_marks'] })
  const logged = await db().auditEntry.findMany({ where: { verb: 'export.save_recipient' } })
  expect(logged).toHaveLength(1)
  // The log tells which key it was, and holds no more of it.
  expect(logged[0]?.detail).not.toContain(key)
})

test('five who save the same key at once save one', async () => {
  const by = await aStaffMember('owner', now)
  const key = await aKey()
  const saved = await Promise.all([1, 2, 3, 4, 5].map((n) => saveRecipient(by, { name: `Body ${n}`, key }, now)))
  expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
})

test('owners and moderators save and remove, auditors read, with the factor shown just now', async () => {
  const [owner, auditor] = [await aStaffMember('owner', now), await aStaffMember('auditor', now)]
  const result = await saveRecipient(owner, { name: 'A removed body', key: await aKey() }, now)
  const id = result.ok ? result.id : ''
  expect((await listRecipients(auditor)).map(({ name }) => name)).toContain('A removed body')
  await expect(removeRecipient(auditor, id, now)).rejects.toThrow()
  const stale = { ...owner, session: { ...owner.session, stale: true } }
  await expect(removeRecipient(stale, id, now)).rejects.toThrow()
  expect(await removeRecipient(owner, id, now)).toEqual({ ok: true })
  expect(await findRecipient(owner, id)).toBeNull()
  expect(await removeRecipient(owner, id, now)).toEqual({ ok: false })
})

test('whoever approves learns that a name had another key until then', async () => {
  const by = await aStaffMember('moderator', now)
  const [first, other] = [await aKey(), await aKey()]
  const save = (name: string, key: string) => saveRecipient(by, { name, key }, now)
  const saved = await save('Office of one key', first)
  expect((await recipientOf(first))?.anotherUntil).toBeNull()
  await removeRecipient(by, saved.ok ? saved.id : '', now)
  await save('office of ONE key', other)
  expect((await recipientOf(other))?.anotherUntil).toEqual(now)
  // The same key again is no other one.
  await removeRecipient(by, (await recipientOf(other))?.id ?? '', now)
  await save('A body of its own', first)
  expect((await recipientOf(first))?.anotherUntil).toBeNull()
})

test('an order is for a saved key or for a typed one, never for either of two', async () => {
  const [saved, recipient] = [await aKey(), await aKey()]
  const fields = { petition: '6f9619ff-8b86-4011-b42d-00c04fc964ff', reason: 'the test' }
  const order = (more: object) => readOrder({ ...fields, ...more }, ['name'], now)
  expect(order({ saved, recipient: '' })).toMatchObject({ ok: true, order: { recipient: saved } })
  expect(order({ saved: '', recipient })).toMatchObject({ ok: true, order: { recipient } })
  expect(order({ saved, recipient })).toEqual({ ok: false, reason: 'recipient_twice' })
  expect(order({ saved: 'age1', recipient: '' })).toEqual({ ok: false, reason: 'recipient' })
})
