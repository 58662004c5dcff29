import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { closeDb, pool } from '@/lib/db'
import { answerReloadable } from '@/lib/web/reloadable-answer'
import { addressHeader } from '@/lib/web/server/client-address'
import { aPetition, confirmWaiting, fields, signAs, states } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { POST as confirm } from './confirmations/route'
import { POST as sign } from './petitions/[slug]/signatures/route'
import { POST as withdraw } from './withdrawals/route'

useDatabase()
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))

const now = new Date()
let petition = ''

beforeAll(async () => {
  petition = await aPetition('slow')
  await signAs('slow', 'first@example.org', now)
  await confirmWaiting(petition, now)
  // As prisma/roles.sql limits the public processes, but shorter.
  await pool().query(`DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET statement_timeout = ''2s''', current_database());
    EXECUTE format('ALTER DATABASE %I SET lock_timeout = ''1s''', current_database()); END $$`)
  await closeDb()
})

function post(path: string, form: Record<string, string>): Request {
  const headers = { accept: 'text/html', [addressHeader]: '11.0.0.1' }
  return new Request(`http://localhost${path}`, { method: 'POST', headers, body: new URLSearchParams(form) })
}

const token = 'A'.repeat(43)
const answers = () => [
  sign(post('/api/v1/petitions/slow/signatures', { ...fields('second@example.org'), locale: 'en' }), {
    params: Promise.resolve({ slug: 'slow' }),
  }),
  confirm(post('/api/v1/confirmations', { token, locale: 'en' })),
  withdraw(post('/api/v1/withdrawals', { token, locale: 'en' })),
]

it('a statement that the database gives up leads to 503, with everything that was sent', async () => {
  const other = await pool().connect()
  await other.query('BEGIN; LOCK TABLE pending_signature, signature IN ACCESS EXCLUSIVE MODE')
  const told = await Promise.all(answers())
  await other.query('ROLLBACK')
  other.release()
  // A browser is led to a page that it may reload.
  const pages = await Promise.all(
    told.map(({ headers }) =>
      answerReloadable(new Request(new URL(headers.get('location') ?? '', 'http://localhost'))),
    ),
  )
  for (const page of pages) expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10'])
  expect(await pages[0]?.text()).toContain('name="email" value="second@example.org"')
  expect(await pages[1]?.text()).toContain(`name="token" value="${token}"`)
  expect(await states(petition)).toEqual({ confirmed: 1 })

  const [signed] = await Promise.all(answers())
  expect(signed?.status).toBe(303)
})
