import { beforeEach, expect, test } from 'vitest'
import { apply } from '@/lib/coalition/apply'
import { readApplication } from '@/lib/coalition/read-application'
import { db, pool } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { requestAccessLink } from '@/lib/self-service/request-access-link'
import { aPetition, fields, openedSignatures } from '@/test/a-petition'
import { sendAll } from '@/test/access-link'
import { solveTask } from '@/test/solve-task'
import { useDatabase } from '@/test/use-database'
import { confirm } from './confirm'
import { requestResend } from './request-resend'
import { sign } from './sign'
import { readForm } from './signature-form'
import { trimForms } from './trim-forms'

useDatabase()

const start = new Date('2026-11-21T23:30:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const victim = 'victim@example.org'
const stranger = '198.51.100.0/24'
const home = '203.0.113.0/24'
let slug = ''
let id = ''

beforeEach(async () => {
  await pool().query('TRUNCATE mail, signature, pending_signature, limit_count CASCADE')
  slug = `flood-${Math.random().toString(36).slice(2)}`
  id = await aPetition(slug)
})

async function post(network: string, at: Date, more: Record<string, string> = {}, trap = false) {
  const read = readForm(fields(victim, more))
  if (!read.ok) throw new Error('the fixture is not a good form')
  return sign(slug, read.form, 'en', at, { network, formTime: 'good', trap })
}

const named = async (name: string) => (await openedSignatures(id)).find((record) => record.name === name)?.token ?? ''

test('after a stranger posts three hundred forms, the honest mail is sent at once and confirms only its own form', async () => {
  for (let i = 0; i < 300; i++)
    await post(stranger, start, { name: `Stranger ${i}`, display: 'full', comment: 'Hostile' }, i % 2 === 0)
  expect(await sendAll(after(1))).toHaveLength(3)
  await post(home, after(2), { name: 'The Victim', display: 'hidden' })
  const mails = await sendAll(after(2))
  expect(mails).toHaveLength(1)
  const token = await named('The Victim')
  expect(mails[0]?.text).toContain(token)
  expect(await confirm(token, after(3))).toEqual({ ok: true, locale: 'en' })
  const row = await db().signature.findFirstOrThrow({ where: { petitionId: id } })
  expect(row).toMatchObject({ display: 'hidden', hasComment: false, state: 'confirmed', signals: '' })
  expect(await db().pendingSignature.count()).toBe(0)
  // The rows still queued have nothing left to send.
  for (let hour = 1; hour < 4; hour++) expect(await sendAll(after(hour * 61))).toEqual([])
})

test('a flood across midnight: at most four mails an hour reach the address, and none is dropped', async () => {
  const sent: Date[] = []
  for (let i = 0; i < 12; i++) await post(`192.0.2.${i}/32`, start, { name: `Stranger ${i}` })
  for (let minute = 0; minute <= 240; minute += 5)
    for (const _ of await sendAll(after(minute))) sent.push(after(minute))
  expect(sent).toHaveLength(12)
  for (const at of sent) {
    const hour = sent.filter((other) => other <= at && other.getTime() > at.getTime() - 3_600_000)
    expect(hour.length).toBeLessThanOrEqual(4)
  }
})

test('a solved challenge gets a mail at once, for the form posted from that network; the answer never differs', async () => {
  const present = new Date()
  for (let i = 0; i < 8; i++) await post(`192.0.2.${i}/32`, present, { name: `Stranger ${i}` })
  await sendAll(present)
  await post(home, present, { name: 'The Victim' })
  expect(await sendAll(present)).toEqual([])
  for (let i = 0; i < 9; i++) await post(stranger, present, { name: `Later ${i}` })
  const ask = async (email: string, proof?: string) => {
    const address = canonicalEmail(email)
    if (!address) throw new Error('the fixture is no address')
    return requestResend(slug, address, present, { network: home, ...(proof ? { proof } : {}) })
  }
  const refused = await ask(victim)
  const other = await ask('never.used@example.org')
  if (refused.ok || other.ok || !('task' in refused) || !('task' in other)) throw new Error('a task is asked for')
  expect(Object.keys(other)).toEqual(Object.keys(refused))
  expect(await ask(victim, solveTask(refused.task))).toEqual({ ok: true })
  expect(await ask('never.used@example.org', solveTask(other.task))).toEqual({ ok: true })
  const mails = await sendAll(present)
  expect(mails.map(({ to }) => to)).toEqual([victim])
  expect(mails[0]?.text).toContain(await named('The Victim'))
})

test('access links, applications and signing mails share the limit', async () => {
  await post(home, start, { name: 'The Victim' })
  await sendAll(start)
  await confirm(await named('The Victim'), after(1))
  const address = canonicalEmail(victim)
  if (!address) throw new Error('the fixture is no address')
  for (let i = 0; i < 6; i++) await requestAccessLink(address, 'en', after(2), { network: `192.0.2.${i}/32` })
  const team = {
    ...fields(victim),
    kind: 'organization',
    contact: 'Ann Lee',
    website: 'example.org',
    comment: 'We help.',
  }
  for (let i = 0; i < 6; i++) {
    const read = readApplication({ ...team, name: `Team ${i}` })
    if (!read.ok) throw new Error('the fixture is no good application')
    await apply(read.form, 'en', after(2), { network: `192.0.2.${i}/32` })
  }
  expect(await sendAll(after(3))).toHaveLength(3)
})

test('the backlog of one address is bounded, and each network’s first form stays', async () => {
  for (let i = 0; i < 130; i++) await post('198.18.0.0/24', after(i / 100), { name: `Stranger ${i}` })
  await post(home, start, { name: 'The Victim' })
  expect(await trimForms()).toBe(30)
  expect(await db().pendingSignature.count()).toBe(101)
  expect(await named('The Victim')).not.toBe('')
  expect(await named('Stranger 0')).toBe('')
  expect(await trimForms()).toBe(0)
})
