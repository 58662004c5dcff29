import { beforeEach, expect, test, vi } from 'vitest'
import { pool } from '@/lib/db'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { aPetition } from '@/test/a-petition'
import { aSession } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { releaseSignature } from './actions'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

beforeEach(async () => {
  browser.cookie = `moderator ${Math.random()}`
  await aSession('moderator', new Date(), browser.cookie)
})

test('one more than a person may change alone leads to the page that asks a second person', async () => {
  const petition = await aPetition('beyond-quota')
  const people = Array.from({ length: SOLO_QUOTA + 1 }, (_, i) => ({ name: 'A', email: `a${i}@b.example` }))
  await heldSignatures(petition, people, new Date())
  const { rows } = await pool().query('SELECT email_index FROM signature WHERE petition_id = $1', [petition])
  const keys = rows.map(({ email_index: emailIndex }) => keyText({ petitionId: petition, emailIndex }))
  const release = (key = '') =>
    outcomeOf(releaseSignature(formOf({ key, expected: 'held', note: 'a class of a school' })))
  for (const key of keys.slice(0, SOLO_QUOTA)) expect(await release(key)).toMatch(/done=released/)
  const said = await release(keys[SOLO_QUOTA])
  expect(said).toMatch(/^redirect \/admin\/bulk\/[0-9a-f-]{36}\?problem=needs_two_here/)
  const { rows: acts } = await pool().query('SELECT verb, total, stage FROM bulk_action')
  expect(acts).toEqual([{ verb: 'release', total: 1, stage: 'ready' }])
  const { rows: left } = await pool().query(`SELECT count(*)::int AS n FROM signature WHERE state = 'held'`)
  expect(left).toEqual([{ n: 1 }])
})
