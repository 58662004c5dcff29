import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeResend, REFUSED_DOMAIN, startFakeResend } from '@/e2e/support/fake-resend'
import { pool } from '@/lib/db'
import { useDatabase } from '@/scripts/testing/use-database'
import { claimBatch } from './claim-batch'
import type { Driver, Outcome } from './gateway/driver'
import { openResend } from './gateway/resend'
import { type Composer, sendDue } from './send-due'

useDatabase()

const HOUR = 3_600_000
let provider: FakeResend
let clock: Date
const now = () => new Date(clock)

beforeEach(async () => {
  await pool().query('DELETE FROM mail')
  provider = await startFakeResend()
  clock = new Date('2026-11-21T12:00:00Z')
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => provider.stop())

describe('a provider in good health', () => {
  test('gets every mail once, in batches, and the queue keeps no payload', async () => {
    await queue(250)
    expect(await drain(resend())).toBe(250)
    expect(provider.requests.map(({ size }) => size)).toEqual([100, 100, 50])
    expect(new Set(provider.received.map(({ to }) => to)).size).toBe(250)
    expect(await tally()).toEqual({ sent: 250, failed: 0, waiting: 0, sealed: 0 })
  })

  test('gets nothing before a mail is due', async () => {
    await queue(1, { notBefore: new Date(clock.getTime() + 1000) })
    expect((await sendDue(resend(), composers, now)).claimed).toBe(0)
    pass(1)
    expect((await sendDue(resend(), composers, now)).accepted).toBe(1)
  })

  test('gets each mail once from two workers at once', async () => {
    await queue(500)
    await Promise.all([drain(resend()), drain(resend()), drain(resend())])
    expect(countsAtProvider()).toEqual(ones(500))
    expect(new Set(provider.requests.map(({ key }) => key)).size).toBe(5)
  })
})

describe('a provider in trouble delays mail and doubles none', () => {
  test.each([
    ['answers 500', { as: 'fail', status: 500 }],
    ['answers 429', { as: 'fail', status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '7' } }],
    ['takes the mail and drops the reply', { as: 'drop_reply' }],
    ['is slower than we wait', { as: 'slow', ms: 400 }],
    ['does not know our key', { as: 'fail', status: 403, name: 'invalid_api_key', message: 'API key is invalid' }],
  ] as const)('%s', async (_, behaviour) => {
    await queue(30)
    provider.behave(behaviour, 3)
    for (let attempt = 0; attempt < 3; attempt++) {
      expect((await sendDue(resend({ timeout: 200 }), composers, now)).pause).toBeGreaterThan(0)
      pass(600)
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
    await drain(resend())
    expect(countsAtProvider()).toEqual(ones(30))
    expect(new Set(provider.requests.map(({ key }) => key)).size).toBe(1)
    expect(await tally()).toEqual({ sent: 30, failed: 0, waiting: 0, sealed: 0 })
  })

  test('refuses connections', async () => {
    await queue(3)
    const { url } = provider
    await provider.stop()
    const driver = openResend({ apiKey: 're_test', from: 'petition@example.org', baseUrl: url, gap: 0 })
    expect((await sendDue(driver, composers, now)).pause).toBeGreaterThan(0)
    provider = await startFakeResend({ port: Number(new URL(url).port) })
    pass(600)
    expect(await drain(driver)).toBe(3)
  })

  test('says how long to wait, and is left alone for as long', async () => {
    await queue(1)
    provider.behave({ as: 'fail', status: 429, headers: { 'retry-after': '120' } }, 1)
    expect((await sendDue(resend(), composers, now)).pause).toBe(120)
    pass(119)
    expect((await sendDue(resend(), composers, now)).claimed).toBe(0)
    pass(1)
    expect((await sendDue(resend(), composers, now)).accepted).toBe(1)
  })

  test('is asked less and less often', async () => {
    await queue(1)
    provider.behave({ as: 'fail', status: 500 })
    const pauses = []
    for (let attempt = 0; attempt < 12; attempt++) {
      const { pause } = await sendDue(resend(), composers, now)
      pauses.push(pause)
      pass(pause)
    }
    expect(pauses[0]).toBeLessThan(6)
    expect(pauses.at(-1)).toBeGreaterThan(400)
    expect(Math.max(...pauses)).toBeLessThan(721)
  })
})

describe('a batch whose outcome is unknown', () => {
  test('goes again with the same key after a crash between sending and marking', async () => {
    await queue(20)
    const claim = await claimBatch(now(), 100)
    await resend().send({ batchId: claim?.batchId ?? '', mails: await mailsOf(claim?.rows ?? []) })
    // Here the process dies. Before the lease ends nobody touches the batch.
    expect((await sendDue(resend(), composers, now)).claimed).toBe(0)
    pass(61)
    expect(await drain(resend())).toBe(20)
    expect(countsAtProvider()).toEqual(ones(20))
    expect(provider.requests.map(({ key }) => key)).toEqual([claim?.batchId, claim?.batchId])
  })

  test('counts as accepted where the key was used for other bytes', async () => {
    await queue(3)
    provider.behave({ as: 'drop_reply' }, 1)
    await sendDue(resend(), composers, now)
    gone.add('signer0@example.org')
    pass(600)
    await drain(resend())
    expect(countsAtProvider()).toEqual([1, 1, 1])
    expect(await tally()).toMatchObject({ sent: 2, failed: 1, waiting: 0 })
  })

  test('is given up once the provider may have forgotten the key', async () => {
    await queue(2)
    provider.behave({ as: 'fail', status: 500 })
    await sendDue(resend(), composers, now)
    pass((20 * HOUR) / 1000 + 1)
    provider.behave({ as: 'accept' })
    await drain(resend())
    expect(provider.received).toHaveLength(0)
    expect(await failures()).toEqual(['outcome_unknown', 'outcome_unknown'])
  })

  test('but one that was certainly not taken goes even after days', async () => {
    await queue(2)
    provider.behave({ as: 'fail', status: 429 })
    for (let day = 0; day < 3; day++) {
      await sendDue(resend(), composers, now)
      pass(24 * 3600)
    }
    provider.behave({ as: 'accept' })
    expect(await drain(resend())).toBe(2)
    expect(countsAtProvider()).toEqual([1, 1])
  })

  test('is not settled as "again later" by a worker that overslept its lease', async () => {
    await queue(1)
    const slow: Driver = {
      ...resend(),
      send: async ({ mails }) => {
        pass(61)
        await drain(resend())
        return mails.map((): Outcome => ({ kind: 'retry', reason: 'unreachable', doubt: true }))
      },
    }
    await sendDue(slow, composers, now)
    expect(await tally()).toMatchObject({ sent: 1, waiting: 0 })
  })
})

describe('one bad address', () => {
  test.each([{ permissive: true }, { permissive: false }])(
    'does not stop the others ($permissive)',
    async (options) => {
      await provider.stop()
      provider = await startFakeResend(options)
      await queue(99)
      await queue(1, { domain: REFUSED_DOMAIN })
      await drain(resend())
      expect(countsAtProvider()).toEqual(ones(99))
      expect(await failures()).toEqual(['address_refused'])
      expect(await tally()).toEqual({ sent: 99, failed: 1, waiting: 0, sealed: 0 })
    },
  )

  test('doubles none where a batch is divided and replies are lost', async () => {
    await provider.stop()
    provider = await startFakeResend({ permissive: false })
    await queue(16)
    await queue(1, { domain: REFUSED_DOMAIN })
    for (let round = 0; round < 40; round++) {
      if (round % 2 === 1) provider.behave({ as: 'drop_reply' }, 1)
      await sendDue(resend(), composers, now)
      pass(100)
    }
    pass(720)
    await drain(resend())
    expect(countsAtProvider()).toEqual(ones(16))
    expect(await tally()).toEqual({ sent: 16, failed: 1, waiting: 0, sealed: 0 })
  })

  test('that would be a list or a header is never handed to a provider', async () => {
    await queue(1, { domain: 'example.org, other@example.org' })
    await queue(1, { domain: 'example.org\r\nBcc: other@example.org' })
    await drain(resend())
    expect(provider.requests).toHaveLength(0)
    expect(await failures()).toEqual(['address_refused', 'address_refused'])
  })

  test('of our own fails nobody: it waits to be put right', async () => {
    await queue(4)
    provider.behave({ as: 'fail', status: 422, name: 'validation_error', message: 'Invalid `from` field.' }, 1)
    await sendDue(resend(), composers, now)
    expect(await tally()).toMatchObject({ failed: 0, waiting: 4 })
    pass(600)
    expect(await drain(resend())).toBe(4)
  })
})

test('a row whose subject is gone is dropped; one that cannot be opened waits, and neither stops the others', async () => {
  await queue(5)
  gone.add('signer1@example.org')
  unreadable.add('signer2@example.org')
  await drain(resend())
  expect(countsAtProvider()).toEqual([1, 1, 1])
  expect(await tally()).toMatchObject({ sent: 3, failed: 1, waiting: 1 })
  unreadable.clear()
  pass(600)
  expect(await drain(resend())).toBe(1)
  expect(new Set(provider.requests.map(({ key }) => key)).size).toBe(2)
})

test('troubles are reported without addresses, names or the words of the provider', async () => {
  await queue(2, { domain: REFUSED_DOMAIN })
  provider.behave({ as: 'fail', status: 500, message: 'signer0@refused.invalid broke me' }, 1)
  await sendDue(resend(), composers, now)
  const lines = vi.mocked(console.error).mock.calls.flat().join('\n')
  expect(lines).toContain('2 retry (provider_error)')
  expect(lines).not.toMatch(/signer|refused\.invalid|broke/)
})

const gone = new Set<string>()
const unreadable = new Set<string>()
beforeEach(() => {
  gone.clear()
  unreadable.clear()
})

/** The rows of these tests carry their address as it is. */
const compose: Composer = async (rows) =>
  rows.map(({ sealed }) => {
    const to = sealed?.toString() ?? ''
    if (unreadable.has(to)) return 'unreadable'
    return gone.has(to) ? null : { to, subject: 'Subject', html: '<p>Hello</p>', text: 'Hello' }
  })
const composers = { test: compose }

async function mailsOf(rows: Parameters<Composer>[0]) {
  const mails = await compose(rows)
  return mails.flatMap((mail, index) => (mail && mail !== 'unreadable' ? [{ ...mail, id: String(index) }] : []))
}

function resend({ timeout = 5_000 } = {}) {
  return openResend({ apiKey: 're_test', from: 'petition@example.org', baseUrl: provider.url, gap: 0, timeout })
}

let queued = 0
async function queue(count: number, { domain = 'example.org', notBefore = clock } = {}) {
  for (let index = 0; index < count; index++) {
    const hash = createHash('sha256').update(`${queued++}`).digest()
    await pool().query(
      `INSERT INTO mail (address_index, day, slot, kind, sealed, queued_at, not_before) VALUES ($1, $2, 1, 'test', $3, $4, $5)`,
      [hash, clock, Buffer.from(`signer${index}@${domain}`), clock, notBefore],
    )
  }
}

/** Sends until nothing is due any more. */
async function drain(driver: Driver): Promise<number> {
  for (let accepted = 0; ; ) {
    const sent = await sendDue(driver, composers, now)
    if (sent.claimed === 0) return accepted
    accepted += sent.accepted
  }
}

function ones(length: number): number[] {
  return Array.from({ length }, () => 1)
}

function pass(seconds: number) {
  clock = new Date(clock.getTime() + seconds * 1000)
}

function countsAtProvider(): number[] {
  const addresses = new Set(provider.received.map(({ to }) => to))
  return [...addresses].map((address) => provider.countTo(address))
}

async function tally() {
  const { rows } = await pool().query(
    `SELECT count(sent_at)::int AS sent, count(failed_at)::int AS failed, count(sealed)::int AS sealed,
       count(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL)::int AS waiting FROM mail`,
  )
  return rows[0]
}

async function failures(): Promise<string[]> {
  const { rows } = await pool().query<{ failure: string }>('SELECT failure FROM mail WHERE failed_at IS NOT NULL')
  return rows.map(({ failure }) => failure)
}
