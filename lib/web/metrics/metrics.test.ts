import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { noteStatus } from '@/lib/backup/backup-folder'
import { pool } from '@/lib/db'
import { countAbuseEvent } from '@/lib/integrity/abuse-metrics'
import { confirm } from '@/lib/signatures/confirm'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { showTrouble } from '@/lib/web/reloadable-answer'
import { sendError } from '@/lib/web/server/error-answer'
import { aPetition, onlyToken, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { describeInstallation } from './database-meters'
import { findBacklogs } from './find-backlogs'
import { gatherNotes, registry } from './meters'
import { kindOf, observeRequests } from './observe-requests'

// Before the database is opened: its connections are counted only where metrics are wanted.
beforeAll(() => {
  process.env.METRICS_PORT = '9464'
  return gatherNotes()
})
useDatabase()
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))

const MINUTE = 60_000

it('counts limits met and unexpected errors from any part of the process, by a fixed word', async () => {
  countAbuseEvent('refused')
  countAbuseEvent('refused')
  logUnexpected('a request failed', new Error('of somebody@example.org'))
  await vi.waitFor(async () => {
    const text = await registry.metrics()
    expect(text).toContain('petition_limits_total{label="refused"} 2')
    expect(text).toContain('petition_errors_total{label="a request failed"} 1')
    expect(text).not.toContain('somebody')
  })
})

it('counts a form that a browser posted in vain, though it is answered by a redirect', async () => {
  const server = createServer((request, response) => sendError(request, response, 503, []))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const post = { method: 'POST', headers: { accept: 'text/html' }, redirect: 'manual' } as const
  expect((await fetch(`http://127.0.0.1:${port}/api/v1/confirmations`, post)).status).toBe(303)
  server.closeAllConnections()
  server.close()
  for (const status of [500, 404] as const)
    expect(showTrouble(new Request('http://localhost/api/v1/receipts', post), status).status).toBe(303)
  await vi.waitFor(async () =>
    expect(await registry.metrics()).toContain('petition_errors_total{label="a form was not taken"} 2'),
  )
})

it('says how many connections the pool has', async () => {
  await pool().query('SELECT 1')
  await vi.waitFor(async () =>
    expect(await registry.metrics()).toMatch(/petition_database_connections\{part="\w+",label="waiting"\} 0/),
  )
})

it('measures answers by what was asked for; an address is no label', async () => {
  const server = createServer((_, response) => response.writeHead(503).end())
  observeRequests(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const token = 'a'.repeat(43)
  await fetch(`http://127.0.0.1:${port}/en/signature/${token}?x=${token}`)
  await fetch(`http://127.0.0.1:${port}/api/v1/petitions/some/signatures`, { method: 'POST' })
  server.closeAllConnections()
  server.close()
  await vi.waitFor(async () => {
    const text = await registry.metrics()
    expect(text).toContain('petition_http_request_seconds_count{kind="link",status="5xx"} 1')
    expect(text).toContain('petition_http_request_seconds_count{kind="sign",status="5xx"} 1')
    expect(text).not.toContain(token)
  })
})

it('a taken port ends the process with a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const program = "import { startMetrics } from './lib/web/metrics/start-metrics.ts'; await startMetrics()"
  const env = { ...process.env, METRICS_PORT: String(port) }
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const { stderr, code } = await promisify(execFile)(process.execPath, args, { env }).catch((error) => error)
  other.close()
  expect(code).toBe(1)
  expect(stderr).toBe(
    `METRICS_PORT: ${port} cannot be opened (EADDRINUSE). Each process of a machine needs a port of its own.\n`,
  )
})

it.each([
  ['POST', '/api/v1/confirmations', 'confirm'],
  ['GET', '/api/v1/petitions/some/count', 'api'],
  ['GET', '/api/ready', 'health'],
  ['GET', '/admin/sign-in?x', 'admin'],
  ['GET', '/administer', 'page'],
  ['GET', '/ko/unsubscribe/x', 'link'],
  ['GET', '/en/petitions/signature', 'page'],
  ['GET', '/ledger/some/checkpoint', 'ledger'],
  ['GET', '/_next/static/a.css', 'file'],
])('%s %s is of the kind %s', (method, url, kind) => expect(kindOf(method, url)).toBe(kind))

it('tells what waits and for how long, and nothing of who', async () => {
  const now = new Date()
  const petition = `call-${Math.random().toString(36).slice(2)}`
  const id = await aPetition(petition)
  await signAs(petition, 'signer@example.org', new Date(now.getTime() - 20 * MINUTE))
  await confirm(await onlyToken(id), new Date(now.getTime() - 10 * MINUTE))
  await signAs(petition, 'other@example.org', new Date(now.getTime() - 5 * MINUTE))
  const found = await findBacklogs(now)
  expect(found).toMatchObject({ toCount: 1, backupAge: null, drillAge: null })
  expect(found.mailsWaiting).toBeGreaterThan(0)
  expect(found.oldestToCount).toBeCloseTo(600, 0)
  expect(found.oldestMail).toBeGreaterThanOrEqual(300)
  expect(found.counted).toContainEqual({ slug: petition, net: 0 })

  await pool().query('INSERT INTO heartbeat (worker, beat_at) VALUES (gen_random_uuid(), now())')
  const text = await describeInstallation(now)
  expect(text).toMatch(/^petition_ready 1$/m)
  expect(text).toMatch(/^petition_ledger_waiting 1$/m)
  expect(text).toContain(`petition_counted{petition="${petition}"} 0`)
  // Nothing is said of backups that nobody looked at.
  expect(text).not.toMatch(/backup|drill/)
  expect(text).not.toMatch(/signer|other|@/)
})

it('a backup that never was is infinitely old', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backups-'))
  try {
    expect(await findBacklogs(new Date(), folder)).toMatchObject({ backupAge: Infinity, drillAge: Infinity })
    await noteStatus(folder, { backedUpAt: new Date(Date.now() - MINUTE) })
    expect((await findBacklogs(new Date(), folder)).backupAge).toBeCloseTo(60, 0)
  } finally {
    await rm(folder, { recursive: true })
  }
})
