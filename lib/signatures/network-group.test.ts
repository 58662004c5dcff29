import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { exportSignatures } from '@/lib/self-service/export-signatures'
import { aPetition, fields, openedSignatures } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { accessSession } from '@/test/access-link'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { changeState } from './admin/change-state'
import { readFilter } from './admin/filter'
import { findSignature } from './admin/find-signature'
import { listSignatures } from './admin/list-signatures'
import { clearNetworkGroups } from './clear-network-groups'
import { confirm } from './confirm'
import { editPendingForm } from './edit-pending-form'
import { sign } from './sign'
import { readForm } from './signature-form'
import { withdraw } from './withdraw'

vi.mock('@/lib/integrity/limits/random-weight', () => ({ randomWeight: () => 1 }))

useDatabase()

const now = new Date()
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let made = 0
let slug = ''
let id = ''
let network = ''

beforeEach(async () => {
  await pool().query('TRUNCATE mail, signature, pending_signature, limit_count CASCADE')
  made += 1
  slug = `together-${made}`
  network = `203.0.${made}.0/24`
  id = await aPetition(slug)
})

async function post(email: string, from = network, at = now) {
  const read = readForm(fields(email))
  if (!read.ok) throw new Error('the fixture is not a good form')
  return sign(slug, read.form, 'en', at, { network: from, formTime: 'good', trap: false })
}

/** Makes a network busy: what it sends from now on is marked. */
async function makeBusy(from = network): Promise<void> {
  for (let i = 0; i < 60; i++) await post(`earlier-${i}@example${from.length}.org`, from)
  await pool().query('TRUNCATE pending_signature')
}

const groupsOf = async (table: 'pending_signature' | 'signature') =>
  (await pool().query<{ group: number | null }>(`SELECT network_group AS group FROM ${table}`)).rows.map(
    ({ group }) => group,
  )

async function tokenOf(email: string): Promise<string> {
  return (await openedSignatures(id)).find((record) => record.email === email)?.token ?? ''
}

/** A signature from a busy network, confirmed. */
async function marked(email = 'one@example.org'): Promise<string> {
  await makeBusy()
  await post(email)
  const token = await tokenOf(email)
  await confirm(token, now)
  expect(await groupsOf('signature')).toEqual([expect.any(Number)])
  return token
}

describe('forms of a busy network', () => {
  test('posted at once share one number, which no form from elsewhere has; the first sixty have none', async () => {
    for (let i = 0; i < 60; i++) await post(`first-${i}@example.org`)
    expect(new Set(await groupsOf('pending_signature'))).toEqual(new Set([null]))
    await Promise.all(Array.from({ length: 20 }, (_, i) => post(`busy-${i}@example.org`)))
    await post('elsewhere@example.org', '198.51.100.0/24')
    const groups = await groupsOf('pending_signature')
    expect(groups.filter((group) => group === null)).toHaveLength(61)
    expect(new Set(groups.filter((group) => group !== null)).size).toBe(1)
  })

  test('of two busy networks have two numbers; the same form again is the same row with its number', async () => {
    await makeBusy()
    await makeBusy('192.0.2.0/24')
    await post('here@example.org')
    const [before] = await groupsOf('pending_signature')
    await Promise.all([post('here@example.org'), post('here@example.org')])
    expect(await groupsOf('pending_signature')).toEqual([before])
    await post('there@example.org', '192.0.2.0/24')
    expect(new Set(await groupsOf('pending_signature')).size).toBe(2)
  })

  test('keep it when they are confirmed, twice and at once; and edited: whoever edits a form sheds none of it', async () => {
    const token = await marked()
    const [group] = await groupsOf('signature')
    await Promise.all([confirm(token, now), confirm(token, now)])
    expect(await groupsOf('signature')).toEqual([group])
    await post('two@example.org')
    const second = await tokenOf('two@example.org')
    const edited = await editPendingForm(
      second,
      { ...fields('two@example.org'), name: 'Edited' },
      { network: '198.51.100.0/24', formTime: 'good', trap: false },
      now,
    )
    await confirm(second, now, edited.ok ? edited.edit : null)
    expect(await groupsOf('signature')).toEqual([group, group])
    const { signals } = await db().signature.findFirstOrThrow({ orderBy: { confirmedAt: 'desc' } })
    expect(signals).toBe('busy_network')
  })
})

describe('the number is emptied', () => {
  test('by the withdrawal; who signs again has the number of then', async () => {
    const token = await marked()
    await withdraw(token, now)
    expect(await groupsOf('signature')).toEqual([null])
    await post('one@example.org')
    const { rows } = await pool().query<{ token_hash: Buffer }>('SELECT token_hash FROM pending_signature')
    expect(rows).toHaveLength(1)
    const again = (await openedSignatures(id)).map((record) => record.token).find((one) => one !== token) ?? ''
    expect(await confirm(again, now)).toMatchObject({ ok: true })
    expect(await groupsOf('signature')).toEqual([expect.any(Number)])
  })

  test.each(['release', 'remove'] as const)('as staff %s it, of two at once by one; holding keeps it', async (verb) => {
    await heldSignatures(id, [{ name: 'A', email: 'a@example.org' }], now, { networkGroup: -7, state: 'confirmed' })
    const by = await aStaffMember('moderator', now)
    const key = (await listSignatures(by, { petition: id })).rows[0]?.key ?? ''
    expect(await changeState(by, 'hold', key, 'confirmed', { note: '' }, now)).toMatchObject({ ok: true })
    expect(await groupsOf('signature')).toEqual([-7])
    const why = { note: '', reason: 'fraud' }
    const decided = await Promise.all([
      changeState(by, verb, key, 'held', why, now),
      changeState(by, verb, key, 'held', why, now),
    ])
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await groupsOf('signature')).toEqual([null])
  })

  test('after seven days, of forms and signatures, by two workers at once; a run that broke off is finished by the next', async () => {
    await marked()
    await post('waiting@example.org')
    await heldSignatures(id, [{ name: 'New', email: 'new@example.org' }], later(1), { networkGroup: 9 })
    expect(await clearNetworkGroups(later(6.9))).toBe(0)
    const cleared = await Promise.all([clearNetworkGroups(later(7.1)), clearNetworkGroups(later(7.1))])
    expect(cleared.reduce((sum, n) => sum + n)).toBe(2)
    expect(await groupsOf('pending_signature')).toEqual([null])
    expect(new Set(await groupsOf('signature'))).toEqual(new Set([9, null]))
    // Rolled back as by a crash, then run again.
    const client = await pool().connect()
    await client.query('BEGIN')
    await client.query('UPDATE signature SET network_group = NULL')
    await client.query('ROLLBACK')
    client.release()
    expect(await clearNetworkGroups(later(8.1))).toBe(1)
    expect(await groupsOf('signature')).toEqual([null, null])
  })
})

describe('staff', () => {
  test('see how many came together, in a list that both states of the table are in, and never from where', async () => {
    const people = (many: number, domain: string) =>
      Array.from({ length: many }, (_, i) => ({ name: `N ${i}`, email: `n${i}@${domain}` }))
    await heldSignatures(id, people(3, 'a.example'), now, { networkGroup: -2 })
    await heldSignatures(id, people(2, 'b.example'), now, { networkGroup: -2, state: 'confirmed' })
    await heldSignatures(id, people(40, 'c.example'), now, { state: 'confirmed' })
    const by = await aStaffMember('moderator', now)
    const read = readFilter({ network: 'fffffffe' })
    if (!read.ok) throw new Error('unreadable')
    const { rows } = await listSignatures(by, read.filter)
    expect(rows.map(({ state }) => state).toSorted()).toEqual(['confirmed', 'confirmed', 'held', 'held', 'held'])
    expect(await findSignature(by, rows[0]?.key ?? '')).toMatchObject({ network: 'fffffffe', together: 5 })
    for (const network of ['203.0.113.0/24', 'FFFFFFFE', '-2', ''])
      expect(readFilter({ network }).ok).toBe(network === '')
  })

  test('list forms that wait by it, too', async () => {
    await makeBusy()
    await post('one@example.org')
    await post('elsewhere@example.org', '198.51.100.0/24')
    const [row] = await db().pendingSignature.findMany({ where: { networkGroup: { not: null } } })
    const by = await aStaffMember('auditor', now)
    const network = ((row?.networkGroup ?? 0) >>> 0).toString(16).padStart(8, '0')
    expect((await listSignatures(by, { state: 'pending', network })).rows).toHaveLength(1)
  })
})

test("a signer's own file has no number in it", async () => {
  await marked('own@example.org')
  const [group] = await groupsOf('signature')
  const session = await accessSession('own@example.org', now)
  const file = JSON.stringify((await exportSignatures(session, now))?.data)
  expect(file).toContain('own@example.org')
  expect(file).not.toContain(String(group))
  expect(file).not.toMatch(/network/i)
})
