import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { pool } from '@/lib/db'
import { root } from '@/scripts/setup/root.mjs'
import { aPetition, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { lookAtChanges, watchChanges } from './watch-changes'

useDatabase()

let stop = () => {}
afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('watchChanges', () => {
  /** A watch that has looked `looks.length` times, a second apart. */
  async function watching(looks: ({ change?: number; running?: string[] } | Error)[]) {
    vi.useFakeTimers()
    const began = performance.now()
    const left = [...looks]
    const watch = watchChanges(async () => {
      const look = left.shift()
      if (look === undefined || look instanceof Error) throw look
      const { change = 1, running = [] } = look
      return { change: String(change), running }
    })
    stop = watch.stop
    await vi.advanceTimersByTimeAsync(looks.length * 1000 + 1)
    return { watch, since: (watch.unchangedSince() - began) / 1000 }
  }

  it('knows nothing at first, nor by one look', async () => {
    expect((await watching([])).since).toBe(Number.POSITIVE_INFINITY)
    expect((await watching([{}])).since).toBe(Number.POSITIVE_INFINITY)
  })

  it('says since when nothing has changed, and what a page remembers comes on top', async () => {
    expect((await watching([{}, {}])).since).toBe(2 + 15)
    expect((await watching([{}, {}, { running: ['12'] }])).since).toBe(2 + 15)
  })

  it('begins again with each change', async () => {
    expect((await watching([{}, {}, { change: 2 }])).since).toBe(Number.POSITIVE_INFINITY)
    expect((await watching([{}, {}, { change: 2 }, { change: 2 }])).since).toBe(4 + 15)
  })

  it('waits for the transactions that may have raised the number and are not committed yet', async () => {
    const open = { running: ['10', '11'] }
    expect((await watching([open, open, open])).since).toBe(Number.POSITIVE_INFINITY)
    expect((await watching([open, open, { running: ['11'] }])).since).toBe(Number.POSITIVE_INFINITY)
    // Those that began later have changed nothing as long as the number is the same.
    expect((await watching([open, open, { running: ['11'] }, { running: ['12'] }])).since).toBe(4 + 15)
  })

  it('takes a new day for a change', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T23:59:57.500Z') })
    const { watch, since } = await watching([{}, {}])
    expect(since).toBe(2 + 15)
    watch.stop()
    vi.setSystemTime(new Date('2026-01-01T23:59:57.500Z'))
    expect((await watching([{}, {}, {}])).since).toBe(Number.POSITIVE_INFINITY)
  })

  it('knows nothing while the database does not answer, and goes on where it was', async () => {
    const lost = new Error('lost')
    expect((await watching([{}, {}, lost])).since).toBe(2 + 15)
    expect((await watching([{}, {}, lost, lost, lost])).since).toBe(Number.POSITIVE_INFINITY)
    expect((await watching([{}, {}, lost, lost, lost, {}])).since).toBe(2 + 15)
  })
})

describe('the number of changes', () => {
  const change = async () => Number((await lookAtChanges()).change)

  it('rises before a change is committed, and a transaction that has not ended is known', async () => {
    await aPetition('open')
    const before = await lookAtChanges()
    const client = await pool().connect()
    try {
      await client.query('BEGIN')
      await client.query(`UPDATE petition SET slug = slug WHERE slug = 'open'`)
      const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::xid::text AS id')
      const id = rows[0]?.id
      const during = await lookAtChanges()
      expect(Number(during.change)).toBeGreaterThan(Number(before.change))
      expect(during.running).toContain(id)
      await client.query('COMMIT')
      const after = await lookAtChanges()
      expect(after.change).toBe(during.change)
      expect(after.running).not.toContain(id)
    } finally {
      client.release(true)
    }
  })

  it('stays where people sign and nothing is counted yet', async () => {
    await aPetition('quiet')
    const before = await change()
    await signAs('quiet', 'person@example.org', new Date())
    expect(await change()).toBe(before)
  })
})

/** The public process may read only tables that its pages may show. */
test('every table that public pages show raises the number', async () => {
  const roles = readFileSync(join(root, 'prisma', 'roles.sql'), 'utf8')
  const [, published = ''] = /^GRANT SELECT ON (.*?) TO petition_web;/ms.exec(roles) ?? []
  const shown = new Set(published.split(/[\s,]+/).map((name) => name.replaceAll('"', '')))
  // A heartbeat is for health alone, and the head of the audit log for its mirrors.
  for (const name of ['heartbeat', 'audit_head']) shown.delete(name)
  // Also the tables that the public process may write, or of which it may read columns alone.
  for (const name of ['signature', 'mailing', 'mailing_text', 'member_logo', 'co_signature']) shown.add(name)
  const { rows } = await pool().query<{ name: string }>(
    `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'note_public_change'`,
  )
  const having = rows.map(({ name }) => name.replaceAll('"', ''))
  expect(having.toSorted()).toEqual([...shown].toSorted())
})
