import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { eraseAddress } from '@/lib/erasure/erase-address'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { updateSignature } from '@/lib/self-service/update-signature'
import { blindIndex } from '@/lib/vault/blind-index'
import { aPetition, confirmWaiting, onlyToken, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { accessSession } from '@/test/access-link'
import { useDatabase } from '@/test/use-database'
import { searchSignatures } from '../admin/search-signatures'
import { reindexSignatures } from '../key-rotation/reindex-signatures'
import { withdraw } from '../withdraw'
import { indexNames } from './index-names'
import { noteNames } from './note-names'

useDatabase()

const now = new Date()

const found = async (name: string) => (await searchSignatures(await aStaffMember('moderator', now), name)).rows.length
const names = async (id: string) => db().signatureName.findMany({ where: { petitionId: id } })

test('is found by exact name once confirmed and indexed, and not by part of it', async () => {
  const id = await aPetition('by-name')
  await signAs('by-name', 'one@example.org', now, { name: 'Éva Nagy-Kovács' })
  await signAs('by-name', 'two@example.org', now, { name: 'Eva Nagy' })
  await confirmWaiting(id, now)
  expect(await found('eva nagy kovacs')).toBe(0)
  await indexNames(new Date())
  expect(await found('KOVACS NAGY, Eva')).toBe(1)
  expect(await found('Eva')).toBe(0)
  const [one, two] = await names(id)
  expect(one?.nameIndex).not.toEqual(two?.nameIndex)
})

test('is found if the name contains an at sign; a text that is neither name nor address is reported', async () => {
  const id = await aPetition('at-signs')
  await signAs('at-signs', 'at@example.org', now, { name: 'M@ria Beispiel' })
  await confirmWaiting(id, now)
  await indexNames(new Date())
  const by = await aStaffMember('moderator', now)
  const search = async (typed: string) => {
    const { kind, rows } = await searchSignatures(by, typed)
    return [kind, rows.length]
  }
  expect(await search('m@ria beispiel')).toEqual(['name', 1])
  expect(await search('“Beispiel <at＠example.org>”')).toEqual(['email', 1])
  expect(await search('mailto:AT@example.org?subject=x')).toEqual(['email', 1])
  expect(await search('nobody@example.org')).toEqual(['email', 0])
  expect(await search('nobody@')).toEqual(['no_address', 0])
})

test('a corrected name is found and the old one is not, also if corrected while being indexed', async () => {
  const id = await aPetition('corrected')
  await signAs('corrected', 'wrong@example.org', now, { name: 'Wrong Name' })
  await confirmWaiting(id, now)
  await indexNames(new Date())
  const row = await db().signature.findFirstOrThrow({ where: { petitionId: id } })
  const session = await accessSession('wrong@example.org', now)
  const change = (name: string) =>
    updateSignature(session, { petition: 'corrected', 'name.corrected': name, 'display.corrected': 'initials' }, now)
  expect(await change('Right Name')).toMatchObject({ ok: true })
  expect(await found('Wrong Name')).toBe(0)
  // A worker that opened the row before the correction comes too late.
  await noteNames([{ petitionId: id, emailIndex: row.emailIndex, sealed: row.sealed, name: 'Wrong Name' }])
  expect(await found('Wrong Name')).toBe(0)
  expect(await Promise.all([indexNames(new Date()), indexNames(new Date())])).toContain(1)
  expect(await found('Right Name')).toBe(1)
  expect(await indexNames(new Date())).toBe(0)
})

test('goes with its signature, and stays if that is withdrawn', async () => {
  const id = await aPetition('erased')
  await signAs('erased', 'gone@example.org', now, { name: 'Gone Person' })
  await confirmWaiting(id, now)
  await indexNames(new Date())
  await withdraw(await onlyToken(id), now)
  expect(await found('Gone Person')).toBe(1)
  const row = await db().signature.findFirstOrThrow({ where: { petitionId: id } })
  await eraseAddress('gone@example.org', now)
  expect(await names(id)).toEqual([])
  await noteNames([{ petitionId: id, emailIndex: row.emailIndex, sealed: row.sealed, name: 'Gone Person' }])
  expect(await names(id)).toEqual([])
})

test('signatures without an index, or with one under an old key, are found after rotate-keys', async () => {
  const id = await aPetition('older')
  await signAs('older', 'older@example.org', now, { name: 'Older Person' })
  await confirmWaiting(id, now)
  await pool().query('DELETE FROM signature_name WHERE petition_id = $1', [id])
  const before = blindIndex('other key', id, canonicalEmail('older@example.org')?.canonical ?? '')
  await pool().query('UPDATE signature SET email_index = $2 WHERE petition_id = $1', [id, before])
  expect(await reindexSignatures(() => undefined)).toMatchObject({ moved: 1 })
  expect(await found('Person Older')).toBe(1)
  expect(await reindexSignatures(() => undefined)).toMatchObject({ moved: 0, named: 0 })
})

test('an unreadable record does not block the others', async () => {
  const id = await aPetition('unreadable')
  await signAs('unreadable', 'bad@example.org', now)
  await confirmWaiting(id, now)
  await pool().query(`UPDATE signature SET sealed = 'x' WHERE petition_id = $1`, [id])
  await pool().query('UPDATE signature_name SET name_index = NULL WHERE petition_id = $1', [id])
  expect(await indexNames(new Date())).toBe(1)
  expect(await indexNames(new Date())).toBe(0)
})
