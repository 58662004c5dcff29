import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makePacks } from '@/lib/delivery/make-packs'
import { requestDelivery } from '@/lib/delivery/request-delivery'
import { append } from '@/lib/ledger/append'
import { verifyWebhook } from '@/lib/signatures/suppression/verify-webhook'
import type { Staff } from '@/lib/staff/staff'
import { aSigner, grow, retractSignature } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { stepWithApproval, withApproval } from '@/test/with-approval'
import { eventKindNames, eventKinds } from './event-kinds'
import { listMessages, listWebhooks } from './list-webhooks'
import { pauseWebhook, removeWebhook, renewSecret, resumeWebhook, sendTest } from './manage-webhook'
import { postMessage } from './post-message'
import { purgeMessages } from './purge-messages'
import { queueEvent } from './queue-event'
import { requestWebhook } from './request-webhook'
import { sendMessages } from './send-messages'
import { webhookForm } from './webhook-form'

useDatabase()

const now = new Date('2026-11-29T10:00:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
const all = eventKindNames.join(' ')

interface Got {
  id: string
  timestamp: string
  signature: string
  body: string
}

/** The requests that the receiver got, and its reply. */
const got: Got[] = []
let status = 200
let server: Server
let address = ''

beforeEach(async () => {
  got.length = 0
  status = 200
  await db().webhook.deleteMany()
  if (server) return
  server = createServer((request, answer) => {
    const header = (name: string) => String(request.headers[`webhook-${name}`])
    void text(request).then((body) => {
      got.push({ id: header('id'), timestamp: header('timestamp'), signature: header('signature'), body })
      answer.writeHead(status).end('thank you')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterAll(() => void server.close())

const send = (at: Date) =>
  sendMessages(at, (url, headers, body) => postMessage(url, headers, body, { toLoopback: true }))
const types = () => got.map(({ body }) => (JSON.parse(body) as { type: string }).type)
const aPetitionOf = () => aPetition(`p-${crypto.randomUUID()}`)

async function registered(events = all): Promise<{ id: string; by: Staff; secret: string }> {
  const [by, second] = [await aStaffMember('owner', now), await aStaffMember('moderator', now)]
  const form = { ...webhookForm.parse({ address: 'https://example.org/', events, why: 'A member' }), address }
  const asked = await requestWebhook(by, form, now)
  if (!asked.ok) throw new Error('not asked')
  await withApproval(Promise.resolve(asked), second, now)
  const made = await renewSecret(by, asked.id, 'first', now)
  if (!made.ok) throw new Error(made.reason)
  return { id: asked.id, by, secret: made.secret }
}

async function milestone(petitionId: string, count = 100) {
  await queueEvent(db(), { kind: 'petition.milestone', petitionId, data: { count }, once: String(count) }, now)
}

describe('an address', () => {
  test('takes two people, once, and is told nothing before it has a secret', async () => {
    const [by, second] = [await aStaffMember('owner', now), await aStaffMember('moderator', now)]
    const form = webhookForm.parse({ address: 'https://example.org/hook', events: 'petition.closed', why: 'x' })
    const asked = await Promise.all([1, 2, 3].map(() => requestWebhook(by, form, now)))
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await listWebhooks(by)).toEqual([])
    const [one] = asked.filter((result) => result.ok)
    expect(await withApproval(Promise.resolve(one ?? { ok: false, reason: '' }), second, now)).toEqual({ ok: true })
    expect(await listWebhooks(by)).toMatchObject([
      { url: form.address, kinds: ['petition.closed'], state: 'no_secret' },
    ])
    expect(await requestWebhook(by, form, now)).toEqual({ ok: false, errors: { address: ['taken'] } })
    const id = one?.id ?? ''
    expect(await sendTest(by, id, now)).toMatchObject({ ok: false })
    const secrets = await Promise.all([1, 2].map(() => renewSecret(by, id, 'first', now)))
    expect(secrets.filter(({ ok }) => ok)).toHaveLength(1)
    await expect(requestWebhook(await aStaffMember('editor', now), form, now)).rejects.toThrow('may not')
    const { sealed } = await db().webhook.findUniqueOrThrow({ where: { id } })
    const [shown] = secrets.flatMap((made) => (made.ok ? [made.secret] : []))
    expect(shown).toMatch(/^whsec_.{44}$/)
    expect(Buffer.from(sealed ?? []).includes(shown ?? '')).toBe(false)
  })

  test.each([
    ['', 'missing'],
    ['http://example.org/', 'https'],
    ['ftp://example.org/', 'https'],
    ['example.org', 'https'],
    ['https://example.org:8443/', 'webhook_address'],
    ['https://user@example.org/', 'webhook_address'],
    ['https://example.org/#a', 'webhook_address'],
    ['https://localhost/', 'webhook_address'],
    ['https://127.0.0.1/', 'webhook_address'],
    ['https://0x7f000001/', 'webhook_address'],
    ['https://[::1]/', 'webhook_address'],
    [`https://example.org/${'a'.repeat(500)}`, 'too_long'],
  ])('“%s” is refused: %s', (typed, issue) => {
    const read = webhookForm.safeParse({ address: typed, events: 'petition.closed', why: 'x' })
    expect(read.error?.issues.map(({ message }) => message)).toContain(issue)
  })

  test('is told only of the kinds that were approved', () => {
    const read = (events: string) =>
      webhookForm.safeParse({ address: 'https://example.org/', events, why: 'x' }).success
    expect([read('petition.won petition.closed'), read(''), read('petition.won toString')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('what happens to a petition', () => {
  test('is told with what its page says, signed, once for each step and milestone', async () => {
    const { secret } = await registered()
    const id = await aPetitionOf()
    const { slug } = await db().petition.findUniqueOrThrow({ where: { id } })
    const signer = await aSigner()
    await grow(id, 120, signer, now)
    await retractSignature(
      id,
      Array.from({ length: 60 }, (_, i) => i),
    )
    await append(now)
    await grow(id, 460, signer, now)
    expect(await stepWithApproval(id, 'close', 'open', now)).toEqual({ ok: true })
    const order = { day: new Date('2026-12-01T00:00:00Z'), addressees: ['The Council'], namesTo: [], why: 'x' }
    const [first, second] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
    await withApproval(requestDelivery(first, id, order, now), second, now)
    await Promise.all([makePacks(now), makePacks(now)])
    await stepWithApproval(id, 'win', 'closed', now, '2026-11-28')
    const expected = ['petition.closed', 'petition.milestone', 'petition.milestone', 'petition.won']
    // Two workers at once.
    await Promise.all([send(now), send(now)])
    expect(types().toSorted((a, b) => a.localeCompare(b))).toEqual(expected)
    // Not before the pack is public.
    await send(hours(37))
    await send(hours(39))
    expect(types().filter((type) => type === 'delivery.published')).toHaveLength(1)
    await send(hours(60))
    expect(got).toHaveLength(5)
    const messages = got.map(
      ({ body }) => JSON.parse(body) as { type: keyof typeof eventKinds; data: { count?: number } },
    )
    for (const { type, data } of messages) {
      expect(eventKinds[type].data.strict().safeParse(data).error).toBeUndefined()
      expect(data).toMatchObject({ petition: slug })
    }
    expect(new Set(messages.flatMap(({ data }) => data.count ?? []))).toEqual(new Set([100, 500]))
    const [any] = got
    expect(any && Number(any.timestamp)).toBe(now.getTime() / 1_000)
    const real = new Date()
    await db().webhookDelivery.updateMany({ data: { dueAt: real, deliveredAt: null } })
    got.length = 0
    await send(real)
    expect(got).toHaveLength(5)
    expect(got.every((one) => verifyWebhook(one, secret))).toBe(true)
  })

  test('is not told where the transaction is rolled back, nor of a petition out of view', async () => {
    await registered()
    const id = await aPetitionOf()
    const event = { kind: 'petition.closed', petitionId: id, data: {} } as const
    const lost = db().$transaction(async (tx) => {
      await queueEvent(tx, event, now)
      throw new Error('rolled back')
    })
    await expect(lost).rejects.toThrow('rolled back')
    await send(now)
    expect(got).toEqual([])
    await milestone(id)
    await db().petition.update({ where: { id }, data: { status: 'closed', closedAt: now, removedAt: now } })
    await send(now)
    expect(got).toEqual([])
    await db().petition.update({ where: { id }, data: { removedAt: null } })
    await send(now)
    expect(types()).toEqual(['petition.milestone'])
  })
})

describe('a receiver that fails', () => {
  test('gets the same message again, less and less often; then it is paused, and the owners are told', async () => {
    const { id, by } = await registered()
    await milestone(await aPetitionOf())
    status = 503
    let at = now
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await send(at)
      expect(got).toHaveLength(attempt)
      const [row] = (await listMessages(by, id, 1)).rows
      // The next is planned within a fifth of its wait; nothing is sent before.
      if (attempt < 10) {
        expect(row).toMatchObject({ attempts: attempt, status: 503, failure: 'refused', deliveredAt: null })
        await send(at)
        at = row?.dueAt ?? at
      }
    }
    expect(at.getTime() - now.getTime()).toBeGreaterThan(60 * 3_600_000)
    expect(at.getTime() - now.getTime()).toBeLessThan(92 * 3_600_000)
    expect(new Set(got.map((one) => one.id)).size).toBe(1)
    expect(new Set(got.map((one) => one.body)).size).toBe(1)
    expect(await listWebhooks(by)).toMatchObject([{ state: 'paused', pauseReason: 'failing' }])
    expect(await db().staffNotice.count({ where: { kind: 'webhook_paused', staffId: by.id } })).toBe(1)
    status = 200
    await send(hours(200))
    expect(got).toHaveLength(10)
    expect(await resumeWebhook(by, id, hours(200))).toEqual({ ok: true })
    expect(await resumeWebhook(by, id, hours(200))).toMatchObject({ ok: false })
    await send(hours(200))
    expect(got).toHaveLength(11)
    expect((await listMessages(by, id, 1)).rows).toMatchObject([{ deliveredAt: hours(200), attempts: 1 }])
  })

  test('and one whose worker died in the middle is tried again', async () => {
    const { by, id } = await registered()
    await milestone(await aPetitionOf())
    const died = sendMessages(now, () => Promise.reject(new Error('killed')))
    await expect(died).rejects.toThrow('killed')
    await send(now)
    expect(got).toHaveLength(0)
    await send(new Date(now.getTime() + 40_000))
    expect(got).toHaveLength(1)
    // Also where it died in the last attempt.
    const last = { attempts: 10, deliveredAt: null, dueAt: now }
    await db().webhookDelivery.updateMany({ data: last })
    await send(now)
    expect(got).toHaveLength(1)
    expect(await listWebhooks(by)).toMatchObject([{ id, state: 'paused' }])
  })

  test('and one that is gone is paused at once', async () => {
    const { by } = await registered()
    await milestone(await aPetitionOf())
    status = 410
    await send(now)
    expect(await listWebhooks(by)).toMatchObject([{ state: 'paused', pauseReason: 'gone' }])
  })
})

test('staff try, pause, resume and remove an address; what happens while it is paused waits', async () => {
  const { id, by, secret } = await registered('petition.closed')
  expect(await sendTest(by, id, now)).toEqual({ ok: true })
  await send(now)
  expect(types()).toEqual(['webhook.test'])
  expect(await pauseWebhook(by, id, now)).toEqual({ ok: true })
  const petition = await aPetitionOf()
  await milestone(petition)
  await stepWithApproval(petition, 'close', 'open', now)
  await send(now)
  expect(got).toHaveLength(1)
  await resumeWebhook(by, id, hours(1))
  const next = await renewSecret(by, id, 'next', hours(1))
  await send(hours(1))
  expect(types()).toEqual(['webhook.test', 'petition.closed'])
  expect(next.ok && next.secret).not.toBe(secret)
  await purgeMessages(hours(24 * 29))
  expect((await listMessages(by, id, 1)).rows).toHaveLength(2)
  await purgeMessages(hours(24 * 31))
  expect((await listMessages(by, id, 1)).rows).toHaveLength(0)
  // A number that was reached is still known.
  expect(await db().webhookEvent.count({ where: { petitionId: petition } })).toBe(2)
  expect(await removeWebhook(by, id, 'no longer', now)).toEqual({ ok: true })
  expect(await removeWebhook(by, id, 'no longer', now)).toMatchObject({ ok: false })
})
