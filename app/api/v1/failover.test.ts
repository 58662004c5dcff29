import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { closeDb, pool } from '@/lib/db'
import { addressHeader } from '@/lib/web/server/client-address'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { connect } from '@/scripts/database/connect.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { aPetition, fields, openedSignatures, signAs, states } from '@/test/a-petition'
import { startGuardedCluster } from '@/test/guarded-cluster.mjs'
import { POST as confirm } from './confirmations/route'
import { POST as sign } from './petitions/[slug]/signatures/route'
import { POST as withdraw } from './withdrawals/route'

// A busy machine may take longer than anybody waits to start a database again.
vi.mock('@/lib/failover/limits', () => ({ PATIENCE: 90_000, MAX_WAITING: 4_000, MAX_OF_NETWORK: 200 }))

// A PostgreSQL of its own, durable, which is stopped as by a power failure and started again.
const PEOPLE = 120
const now = new Date()
let dir = ''
let cluster: Awaited<ReturnType<typeof startGuardedCluster>>
const start = async () => {
  cluster = await startGuardedCluster({ dir, password: 'test' })
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'failover-'))
  await start()
  process.env.DATABASE_URL = cluster.url('postgres')
  const client = await connect(process.env.DATABASE_URL)
  await applyMigrations(client, join(root, 'prisma', 'migrations'))
  await client.end()
  // A timer of an earlier file's modules (lib/integrity/limits/limit-hits.ts) may have opened a pool on its database.
  await closeDb()
}, 120_000)

afterAll(async () => {
  await closeDb()
  await cluster.stop()
  await rm(dir, { recursive: true, force: true })
})

async function stopImmediately(): Promise<void> {
  const [pid] = (await readFile(join(dir, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGQUIT')
  while (await cluster.isRunning()) await sleep(50)
}

/** A browser's post, each from a network of its own. */
function post(path: string, form: Record<string, string>, i = 0): Request {
  const headers = { accept: 'text/html', [addressHeader]: `11.${i >> 8}.${i & 255}.1` }
  return new Request(`http://localhost${path}`, { method: 'POST', headers, body: new URLSearchParams(form) })
}

const signing = (slug: string, i: number) =>
  sign(post(`/api/v1/petitions/${slug}/signatures`, { ...fields(`new${i}@example.org`), locale: 'en' }, i), {
    params: Promise.resolve({ slug }),
  })

/** Where each was led. */
const ledTo = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status, headers }) => `${status} ${headers.get('location')}`)

/** Signings and confirmations go on, while something happens to the database. */
async function during(slug: string, happens: () => Promise<void>): Promise<void> {
  const id = await aPetition(slug)
  for (let i = 0; i < PEOPLE; i++) await signAs(slug, `old${i}@example.org`, now)
  const tokens = (await openedSignatures(id)).map(({ token }) => token)
  const answers: Promise<Response>[] = []
  let over = false
  const happened = happens().finally(() => {
    over = true
  })
  for (let i = 0; i < PEOPLE; i++) {
    const token = tokens[i] ?? ''
    answers.push(signing(slug, i), confirm(post('/api/v1/confirmations', { token, locale: 'en' }, i)))
    // Most before the end, the last ones after it.
    while (i === PEOPLE - 10 && !over) await sleep(20)
    await sleep(5)
  }
  await happened
  const expected = tokens.flatMap((token) => [
    `303 /en/petitions/${slug}/check-your-email`,
    `303 /en/signature/${token}`,
  ])
  expect(await ledTo(answers)).toEqual(expected)
  expect(await states(id)).toEqual({ pending: PEOPLE, confirmed: PEOPLE })
  const { rows } = await pool().query('SELECT count(*)::int AS mails FROM mail WHERE petition_id = $1', [id])
  expect(rows).toEqual([{ mails: 2 * PEOPLE }])
}

it('nobody notices that the database was stopped at once and started again', async () => {
  await during('stopped', async () => {
    await sleep(200)
    await stopImmediately()
    await sleep(300)
    await start()
  })
}, 150_000)

it('nor that it could only be read for a while', async () => {
  await during('read-only', async () => {
    const client = await connect(cluster.url('postgres'))
    const readOnly = async (value: string) => {
      await client.query(`ALTER SYSTEM SET default_transaction_read_only = ${value}`)
      await client.query('SELECT pg_reload_conf()')
    }
    await sleep(200)
    await readOnly('on')
    await sleep(1_500)
    await readOnly('off')
    await client.end()
  })
}, 60_000)

it('what was done and only its answer lost is not done twice, and is answered as done', async () => {
  const id = await aPetition('lost')
  const losing = async (act: () => Promise<Response>, statement: RegExp) => {
    const real = pool().query.bind(pool()) as (...args: unknown[]) => Promise<unknown>
    let lost = 0
    const spy = vi.spyOn(pool(), 'query').mockImplementation((async (...args: unknown[]) => {
      const answer = await real(...args)
      if (lost > 0 || !statement.test(JSON.stringify(args[0]))) return answer
      lost += 1
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    }) as never)
    const { status, headers } = await act()
    spy.mockRestore()
    expect(lost).toBe(1)
    return `${status} ${headers.get('location')}`
  }
  expect(await losing(() => signing('lost', 1), /store-signatures/)).toBe('303 /en/petitions/lost/check-your-email')
  expect(await states(id)).toEqual({ pending: 1 })
  const [{ token } = { token: '' }] = await openedSignatures(id)
  const button = (path: string) => post(path, { token, locale: 'en' })
  const led = `303 /en/signature/${token}`
  expect(await losing(() => confirm(button('/api/v1/confirmations')), /confirm-signatures/)).toBe(led)
  expect(await states(id)).toEqual({ confirmed: 1 })
  expect(await losing(() => withdraw(button('/api/v1/withdrawals')), /UPDATE signature SET state/)).toBe(led)
  expect(await states(id)).toEqual({ withdrawn: 1 })
  const { rows } = await pool().query('SELECT count(*)::int AS mails FROM mail WHERE petition_id = $1', [id])
  expect(rows).toEqual([{ mails: 1 }])
}, 60_000)
