import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { kept, lockRow, transact } from '@/lib/transaction'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { listEntries } from './audit/list-entries'
import { staffWrite } from './staff-write'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const slugs = async () => (await db().petition.findMany({ where: { goal: 7 } })).map(({ slug }) => slug)
const aRow = (slug: string) => ({ data: { id: randomUUID(), slug, goal: 7, createdAt: now, updatedAt: now } })

test('a write and its audit entries are committed together, entries last', async () => {
  const by = await aStaffMember('editor', now)
  const result = await staffWrite(by, 'petition.write', now, async ({ tx, log }) => {
    log('petition.create', 'petition:one', { goal: 7 })
    await tx.petition.create(aRow('one'))
    return { ok: true, id: 'one' }
  })
  expect(result).toEqual({ ok: true, id: 'one' })
  expect(await slugs()).toEqual(['one'])
  const { entries } = await listEntries({ subject: 'petition:one' })
  expect(entries).toMatchObject([{ who: by.email, verb: 'petition.create', detail: { goal: 7 } }])
})

test('a refusal leaves neither rows nor entries behind, unless it is to be kept', async () => {
  const by = await aStaffMember('editor', now)
  const refused = (slug: string, mark: <R extends object>(result: R) => R) =>
    staffWrite(by, 'petition.write', now, async ({ tx, log }) => {
      await tx.petition.create(aRow(slug))
      log('petition.create', `petition:${slug}`)
      return mark({ ok: false, reason: 'changed' })
    })
  expect(await refused('two', (result) => result)).toEqual({ ok: false, reason: 'changed' })
  expect(await refused('three', kept)).toEqual({ ok: false, reason: 'changed' })
  expect(await slugs()).not.toContain('two')
  expect((await listEntries({ subject: 'petition:two' })).entries).toEqual([])
  expect(await slugs()).toContain('three')
  expect((await listEntries({ subject: 'petition:three' })).entries).toHaveLength(1)
})

test('nothing runs for a role that may not, nor for somebody frozen', async () => {
  const moderator = await aStaffMember('moderator', now)
  const editor = { ...(await aStaffMember('editor', now)), frozen: true }
  const body = () => Promise.reject(new Error('the body ran'))
  await expect(staffWrite(moderator, 'petition.write', now, body)).rejects.toThrow('moderator may not petition.write')
  await expect(staffWrite(editor, 'petition.write', now, body)).rejects.toThrow('may not petition.write')
})

test('a row is locked by an id alone: thirty-six hyphens do not reach the database', async () => {
  const { id } = await db().petition.create(aRow('four'))
  const locked = (key: string) => transact((tx) => lockRow(tx, 'petition', key))
  expect(await locked(id)).toBe(true)
  expect(await locked('6f9619ff-8b86-4011-b42d-00c04fc964ff')).toBe(false)
  expect(await locked('-'.repeat(36))).toBe(false)
  expect(await transact((tx) => lockRow(tx, 'source', '-'.repeat(36)))).toBe(false)
  expect(await transact((tx) => lockRow(tx, 'statement', 999))).toBe(false)
})
