import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import { applyErasures } from '@/lib/erasure/apply-erasures'
import { append } from '@/lib/ledger/append'
import { eraseSignatures } from '@/lib/self-service/erase-signatures'
import { answerWebhook } from '@/lib/web/answer-webhook'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { accessSession } from '@/test/access-link'
import { useDatabase } from '@/test/use-database'
import { findSignature } from '../admin/find-signature'
import { listSignatures } from '../admin/list-signatures'
import { liftSuppression } from './lift-suppression'
import { noteProviderEvent } from './note-provider-event'

useDatabase()
const now = new Date()
const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`
let told = 0

function event(type: string, to: string, bounce?: string): string {
  const data = { email_id: 'x', to: [to], subject: 's', ...(bounce ? { bounce: { type: bounce, message: 'no' } } : {}) }
  return JSON.stringify({ type, created_at: now.toISOString(), data })
}

function signed(body: string, { id = `msg_${told++}`, at = new Date(), key = secret } = {}) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const hmac = createHmac('sha256', Buffer.from(key.slice(6), 'base64')).update(`${id}.${timestamp}.${body}`)
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${hmac.digest('base64')}` }
}

function post(body: string, headers: Record<string, string>): Promise<Response> {
  return answerWebhook(new Request('http://localhost/api/v1/webhooks/resend', { method: 'POST', body, headers }))
}

const reasons = async () => (await db().suppression.findMany()).map(({ reason }) => reason)

describe('the webhook', () => {
  it('accepts only what is signed with the secret, and recent', async () => {
    const body = event('email.complained', 'webhook@example.org')
    env().RESEND_WEBHOOK_SECRET = undefined
    expect((await post(body, signed(body))).status).toBe(404)
    env().RESEND_WEBHOOK_SECRET = secret
    const wrong = `whsec_${Buffer.from('another one of 24 bytes!').toString('base64')}`
    for (const headers of [
      {},
      signed(`${body} `),
      signed(body, { key: wrong }),
      signed(body, { at: new Date(Date.now() - 310_000) }),
      signed(body, { at: new Date(Date.now() + 360_000) }),
      { ...signed(body), 'svix-id': 'msg_other' },
      { ...signed(body), 'svix-signature': 'v1,' },
    ])
      expect((await post(body, headers as Record<string, string>)).status).toBe(401)
    expect(await reasons()).toEqual([])
    const two = signed(body)
    two['svix-signature'] = `v1,AAAA ${two['svix-signature']}`
    expect((await post(body, two)).status).toBe(200)
    expect(await reasons()).toEqual(['complaint'])
  })

  it('refuses what is too large or not an event', async () => {
    env().RESEND_WEBHOOK_SECRET = secret
    const large = JSON.stringify({ type: 'x'.repeat(70_000) })
    expect((await post(large, signed(large))).status).toBe(413)
    for (const body of ['no json', '{}', '[]']) expect((await post(body, signed(body))).status).toBe(400)
  })

  it('answers 401 to a body that is not JSON and to broken headers, too', async () => {
    env().RESEND_WEBHOOK_SECRET = secret
    const body = event('email.complained', 'a@example.org')
    for (const headers of [
      { ...signed('no json'), 'svix-id': 'msg_other' },
      { ...signed(body), 'svix-timestamp': 'yesterday' },
      { ...signed(body), 'svix-signature': 'v1' },
      { ...signed(body), 'svix-signature': `v2,${signed(body)['svix-signature'].slice(3)}` },
    ]) {
      expect((await post('no json', headers)).status).toBe(401)
      expect((await post(body, headers)).status).toBe(401)
    }
  })

  it('stores an event once, also if sent twenty times at once', async () => {
    await pool().query('TRUNCATE suppression, provider_event CASCADE')
    const body = event('email.bounced', 'twice@example.org', 'Permanent')
    await Promise.all(Array.from({ length: 20 }, () => noteProviderEvent('msg_same', body, now)))
    expect(await db().providerEvent.count()).toBe(1)
    // Lifted in between: the same event, repeated later, does not bring it back.
    await pool().query('TRUNCATE suppression CASCADE')
    await noteProviderEvent('msg_same', body, now)
    expect(await reasons()).toEqual([])
  })

  it.each([
    ['email.bounced', 'Transient', []],
    ['email.bounced', 'Undetermined', []],
    ['email.delivered', undefined, []],
    ['email.suppressed', undefined, ['bounce']],
  ])('%s %s', async (type, bounce, expected) => {
    await pool().query('TRUNCATE suppression CASCADE')
    expect(await noteProviderEvent(`msg_${told++}`, event(type, 'Name <kind@example.org>', bounce), now)).toBe(true)
    expect(await reasons()).toEqual(expected)
  })
})

describe('in the admin area', () => {
  it('staff see it on the signature and lift it, once, and it is audited', async () => {
    const petition = await aPetition('lifted')
    await signAs('lifted', 'Lift.Me@gmail.com', now)
    await confirmWaiting(petition, now)
    await noteProviderEvent('msg_lift', event('email.complained', 'liftme@gmail.com'), now)
    const moderator = await aStaffMember('moderator', now)
    const { rows } = await listSignatures(moderator, { petition }, undefined)
    const key = rows[0]?.key ?? ''
    expect((await findSignature(moderator, key))?.suppression).toMatchObject({ reason: 'complaint' })
    await expect(liftSuppression(await aStaffMember('editor', now), key, now)).rejects.toThrow('may not')
    const results = await Promise.all([1, 2, 3].map(() => liftSuppression(moderator, key, now)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const after = await findSignature(moderator, key)
    expect(after?.suppression).toBeNull()
    expect(after?.history.map(({ verb }) => verb)).toEqual(['suppression.lift'])
  })
})

describe('erasing', () => {
  it('leaves no trace of a suppression, whether asked for or after a restore', async () => {
    const petition = await aPetition('suppressed-erased')
    await signAs('suppressed-erased', 'erase.me@example.org', now)
    await confirmWaiting(petition, now)
    await noteProviderEvent('msg_erase', event('email.complained', 'erase.me@example.org'), now)
    await noteProviderEvent('msg_other', event('email.complained', 'stays@example.org'), now)
    const listed = await db().suppression.count()
    const rows = await db().signature.findMany({ where: { petitionId: petition } })
    const links = await db().suppressedSignature.findMany()
    const suppressions = await db().suppression.findMany()
    await eraseSignatures(await accessSession('erase.me@example.org', now), now)
    expect(await db().suppression.count()).toBe(listed - 1)
    expect(await db().suppressedSignature.count({ where: { petitionId: petition } })).toBe(0)

    await pool().query('TRUNCATE suppression CASCADE')
    await db().signature.createMany({ data: rows })
    await db().suppression.createMany({ data: suppressions })
    await db().suppressedSignature.createMany({ data: links.filter(({ petitionId }) => petitionId === petition) })
    expect(await applyErasures(new Date(now.getTime() + 1000))).toBe(1)
    expect(await db().suppression.count()).toBe(listed - 1)
    await append(now)
  })
})
