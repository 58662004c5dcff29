import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakeResend, startFakeResend } from '@/e2e/support/fake-resend'
import { db, pool } from '@/lib/db'
import { openResend } from '@/lib/mail/gateway/resend'
import { confirm } from '@/lib/signatures/confirm'
import { aPetition, onlyToken, openedSignatures, signAs, states } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { startWorker, type Worker } from './worker'

useDatabase()

let provider: FakeResend
const running: { workers: Worker[]; processes: ChildProcess[] } = { workers: [], processes: [] }
let petition = ''
let petitionId = ''

beforeEach(async () => {
  await pool().query('TRUNCATE mail, signature, heartbeat CASCADE')
  provider = await startFakeResend()
  petition = `call-${Math.random().toString(36).slice(2)}`
  petitionId = await aPetition(petition)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

afterEach(async () => {
  for (const child of running.processes.splice(0)) child.kill('SIGKILL')
  await Promise.all(running.workers.splice(0).map((worker) => worker.stop()))
  await provider.stop()
})

test('mails, counts confirmed signatures, sends heartbeats, and stops in order', async () => {
  const worker = start()
  await signAs(petition, 'signer@example.org', new Date())
  await vi.waitFor(() => expect(provider.countTo('signer@example.org')).toBe(1), waiting)
  await vi.waitFor(async () => expect(await db().heartbeat.count()).toBe(1), waiting)

  await confirm(await onlyToken(petitionId), new Date())
  await vi.waitFor(async () => expect(await states(petitionId)).toEqual({ counted: 1 }), waiting)

  await worker.stop()
  expect(await db().heartbeat.count()).toBe(0)
  await signAs(petition, 'late@example.org', new Date())
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(provider.countTo('late@example.org')).toBe(0)
})

test('two concurrent workers send each mail once', async () => {
  const signers = Array.from({ length: 150 }, (_, index) => `signer${index}@example.org`)
  await Promise.all(signers.map((signer) => signAs(petition, signer, new Date())))
  start()
  start()
  await vi.waitFor(async () => expect(await db().mail.count({ where: { sentAt: null } })).toBe(0), waiting)
  expect(signers.map((signer) => provider.countTo(signer))).toEqual(signers.map(() => 1))
})

test('continues after the database has cut every connection, and logs it without personal data', async () => {
  start()
  await vi.waitFor(async () => expect(await db().heartbeat.count()).toBe(1), waiting)
  await pool()
    .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()')
    .catch(() => undefined)
  await vi.waitFor(() => signAs(petition, 'signer@example.org', new Date()), waiting)
  await vi.waitFor(() => expect(provider.countTo('signer@example.org')).toBe(1), waiting)
  expect(vi.mocked(console.error).mock.calls.flat().join('\n')).not.toContain('signer@example.org')
})

test('killed while the provider accepts a batch, it sends the same batch again, and nobody gets two', async () => {
  for (let i = 0; i < 10; i++) await signAs(petition, `signer${i}@example.org`, new Date())
  provider.behave({ as: 'slow', ms: 1_500 }, 1)
  const child = startProcess()
  await vi.waitFor(() => expect(provider.requests).toHaveLength(1), { ...waiting, timeout: 40_000 })
  child.kill('SIGKILL')
  await once(child, 'exit')
  await vi.waitFor(() => expect(provider.received).toHaveLength(10), waiting)
  expect(await db().mail.count({ where: { sentAt: null } })).toBe(10)

  // The dead worker's lease expires.
  await db().mail.updateMany({ data: { notBefore: new Date() } })
  start()
  await vi.waitFor(async () => expect(await db().mail.count({ where: { sentAt: null } })).toBe(0), waiting)
  const signers = (await openedSignatures(petitionId)).map(({ email }) => email)
  expect(signers.map((signer) => provider.countTo(signer))).toEqual(signers.map(() => 1))
  expect(new Set(provider.requests.map(({ key }) => key)).size).toBe(1)
}, 90_000)

test('as a process of its own, it stops when asked to', async () => {
  const child = startProcess()
  await vi.waitFor(async () => expect(await db().heartbeat.count()).toBe(1), { ...waiting, timeout: 40_000 })
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  expect(await db().heartbeat.count()).toBe(0)
}, 60_000)

const waiting = { timeout: 15_000, interval: 50 }

function start(): Worker {
  const worker = startWorker({
    driver: openResend({ apiKey: 're_test', from: 'petition@example.org', baseUrl: provider.url, perSecond: Infinity }),
  })
  running.workers.push(worker)
  return worker
}

function startProcess(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
    env: {
      ...process.env,
      ROLE: 'worker',
      MAIL_DRIVER: 'resend',
      MAIL_FROM: 'petition@example.org',
      RESEND_API_KEY: 're_test',
      RESEND_BASE_URL: provider.url,
    },
    stdio: 'ignore',
  })
  running.processes.push(child)
  return child
}
