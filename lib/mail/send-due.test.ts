import { describe, expect, test, vi } from 'vitest'
import { REFUSED_DOMAIN } from '@/e2e/support/fake-resend'
import { pool } from '@/lib/db'
import { ones, useMailQueue } from '@/test/mail-queue'
import { useDatabase } from '@/test/use-database'

useDatabase()
const {
  provider,
  resend,
  send,
  queue,
  drain,
  pass,
  now,
  tally,
  failures,
  countsAtProvider,
  gone,
  unreadable,
  restartProvider,
  secondsToNext,
} = useMailQueue()

describe('a provider in good health', () => {
  test('gets every mail once, in batches, and the queue keeps no payload', async () => {
    await queue(250)
    expect(await drain()).toBe(250)
    expect(provider().requests.map(({ size }) => size)).toEqual([100, 100, 50])
    expect(new Set(provider().received.map(({ to }) => to)).size).toBe(250)
    expect(await tally()).toEqual({ sent: 250, failed: 0, waiting: 0, sealed: 0 })
  })

  test('gets nothing before a mail is due', async () => {
    await queue(1, { notBefore: new Date(now().getTime() + 1000) })
    expect((await send()).claimed).toBe(0)
    pass(1)
    expect((await send()).accepted).toBe(1)
  })

  test('gets each mail once from two concurrent workers', async () => {
    await queue(500)
    await Promise.all([drain(), drain(), drain()])
    expect(countsAtProvider()).toEqual(ones(500))
    expect(new Set(provider().requests.map(({ key }) => key)).size).toBe(5)
  })
})

describe('a failing provider delays mail and duplicates none', () => {
  test.each([
    ['answers 500', { as: 'fail', status: 500 }],
    ['answers 429', { as: 'fail', status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '7' } }],
    ['takes the mail and drops the reply', { as: 'drop_reply' }],
    ['is slower than we wait', { as: 'slow', ms: 400 }],
    ['does not know our key', { as: 'fail', status: 403, name: 'invalid_api_key', message: 'API key is invalid' }],
  ] as const)('%s', async (_, behaviour) => {
    await queue(30)
    provider().behave(behaviour, 3)
    for (let attempt = 0; attempt < 3; attempt++) {
      expect((await send(resend({ timeout: 200 }))).pause).toBeGreaterThan(0)
      pass(600)
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
    await drain()
    expect(countsAtProvider()).toEqual(ones(30))
    expect(new Set(provider().requests.map(({ key }) => key)).size).toBe(1)
    expect(await tally()).toEqual({ sent: 30, failed: 0, waiting: 0, sealed: 0 })
  })

  test('refuses connections', async () => {
    await queue(3)
    const { url } = provider()
    await provider().stop()
    const driver = resend()
    expect((await send(driver)).pause).toBeGreaterThan(0)
    await restartProvider({ port: Number(new URL(url).port) })
    pass(600)
    expect(await drain(driver)).toBe(3)
  })

  test('is left alone for as long as it says', async () => {
    await queue(1)
    provider().behave({ as: 'fail', status: 429, headers: { 'retry-after': '120' } }, 1)
    expect((await send()).pause).toBe(120)
    pass(119)
    expect((await send()).claimed).toBe(0)
    pass(1)
    expect((await send()).accepted).toBe(1)
  })

  test('is tried less and less often', async () => {
    await queue(1)
    provider().behave({ as: 'fail', status: 500 })
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt++) {
      expect((await send()).pause).toBeLessThanOrEqual(30)
      waits.push(await secondsToNext())
      pass(waits.at(-1) ?? 0)
    }
    expect(waits[0]).toBeLessThan(6)
    expect(waits.at(-1)).toBeGreaterThan(400)
    expect(Math.max(...waits)).toBeLessThan(721)
  })
})

describe('one bad address', () => {
  test.each([{ permissive: true }, { permissive: false }])(
    'does not stop the others ($permissive)',
    async (options) => {
      await restartProvider(options)
      await queue(99)
      await queue(1, { domain: REFUSED_DOMAIN })
      await drain()
      expect(countsAtProvider()).toEqual(ones(99))
      expect(await failures()).toEqual(['address_refused'])
      expect(await tally()).toEqual({ sent: 99, failed: 1, waiting: 0, sealed: 0 })
    },
  )

  test('is not sent twice if a batch is split and replies are lost', async () => {
    await restartProvider({ permissive: false })
    await queue(16)
    await queue(1, { domain: REFUSED_DOMAIN })
    for (let round = 0; round < 40; round++) {
      if (round % 2 === 1) provider().behave({ as: 'drop_reply' }, 1)
      await send()
      pass(100)
    }
    provider().behave({ as: 'accept' })
    pass(720)
    await drain()
    expect(countsAtProvider()).toEqual(ones(16))
    expect(await tally()).toEqual({ sent: 16, failed: 1, waiting: 0, sealed: 0 })
  })

  test('that is a list or a header is never passed to a provider', async () => {
    await queue(1, { domain: 'example.org, other@example.org' })
    await queue(1, { domain: 'example.org\r\nBcc: other@example.org' })
    await drain()
    expect(provider().requests).toHaveLength(0)
    expect(await failures()).toEqual(['address_refused', 'address_refused'])
  })

  test.each([1, 4])('a misconfigured sender fails no mail (%i queued): it is kept until corrected', async (count) => {
    await queue(count)
    provider().behave({ as: 'fail', status: 422, name: 'validation_error', message: 'Invalid `from` field.' }, 1)
    await send()
    expect(await tally()).toMatchObject({ failed: 0, waiting: count })
    expect((await send()).claimed).toBe(0)
    pass(600)
    expect(await drain()).toBe(count)
  })
})

test('a row without subject is dropped, an unreadable one is kept, and neither stops the others', async () => {
  await queue(5)
  gone.add('signer1@example.org')
  unreadable.add('signer2@example.org')
  await drain()
  expect(countsAtProvider()).toEqual([1, 1, 1])
  expect(await tally()).toMatchObject({ sent: 3, failed: 1, waiting: 1 })
  unreadable.clear()
  pass(600)
  expect(await drain()).toBe(1)
  expect(new Set(provider().requests.map(({ key }) => key)).size).toBe(2)
})

test('a mail of a kind that this worker does not know waits, whole, for one that does', async () => {
  await queue(2)
  await pool().query(`UPDATE mail SET kind = 'later' WHERE sealed = 'signer1@example.org'`)
  await drain()
  expect(await tally()).toEqual({ sent: 1, failed: 0, waiting: 1, sealed: 1 })
  await pool().query(`UPDATE mail SET kind = 'test'`)
  pass(600)
  expect(await drain()).toBe(1)
})

test('problems are logged without addresses, names or the provider’s text', async () => {
  await queue(2, { domain: REFUSED_DOMAIN })
  provider().behave({ as: 'fail', status: 500, message: 'signer0@refused.invalid broke me' }, 1)
  await send()
  const lines = vi.mocked(console.error).mock.calls.flat().join('\n')
  expect(lines).toContain('2 retry (provider_error)')
  expect(lines).not.toMatch(/signer|refused\.invalid|broke/)
})
