import { expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import type { ChallengeAnswer } from '@/lib/integrity/admit'
import { countInHour } from '@/lib/integrity/limits/count-in-hour'
import { append } from '@/lib/ledger/append'
import { aPetition, fields, onlyToken, signAs, states } from '@/test/a-petition'
import { solveTask } from '@/test/solve-task'
import { useDatabase } from '@/test/use-database'
import { appeal } from './appeal'
import { confirm } from './confirm'
import { findAppeal } from './find-appeal'
import { findByToken } from './find-by-token'
import { sign } from './sign'
import { readForm } from './signature-form'

vi.mock('@/lib/integrity/limits/random-weight', () => ({ randomWeight: () => 1 }))

useDatabase()

const now = new Date()

async function signFrom(slug: string, email: string, network: string | null, trap = false, ways: ChallengeAnswer = {}) {
  const read = readForm(fields(email))
  if (!read.ok) throw new Error('the fixture is not a good form')
  return sign(slug, read.form, 'en', now, { network, formTime: 'good', trap, ...ways })
}

it('a suspicious signature is held on confirmation, never counted, and its signer is told', async () => {
  const id = await aPetition('held')
  await signFrom('held', 'held@example.org', null, true)
  const token = await onlyToken(id)
  expect(await confirm(token, now)).toEqual({ ok: false, reason: 'held', locale: 'en' })
  expect(await confirm(token, now)).toEqual({ ok: false, reason: 'held', locale: 'en' })
  await append(now)
  expect(await states(id)).toEqual({ held: 1 })
  expect((await findByToken(token, now))?.state).toBe('held')
})

it('its signer can appeal, sealed; the latest text counts; nobody else can', async () => {
  const id = await aPetition('appealed')
  await signFrom('appealed', 'appealed@example.org', null, true)
  const token = await onlyToken(id)
  expect(await appeal(token, 'too early', now)).toMatchObject({ ok: false })
  await confirm(token, now)
  expect(await appeal(token, '  ', now)).toEqual({ ok: false, reason: 'empty' })
  await appeal(token, 'First', now)
  expect(await appeal(token, 'We are a class of thirty.', now)).toEqual({ ok: true, locale: 'en' })
  const row = await db().signature.findFirstOrThrow({ where: { petitionId: id } })
  expect(Buffer.from(row.appeal ?? []).toString('latin1')).not.toContain('class of thirty')
  expect(await findAppeal(id, row.emailIndex)).toMatchObject({ text: 'We are a class of thirty.' })
})

it('refuses the flood of one network and accepts other networks', async () => {
  await aPetition('flood')
  const answers = []
  for (let i = 0; i < 420; i++) answers.push(await signFrom('flood', `f${i}@d${i}.example`, '192.0.2.0/24'))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(400)
  expect(answers.at(-1)).toMatchObject({ ok: false, reason: 'rate_limited', later: true })
  expect(await signFrom('flood', 'other@example.org', '198.51.100.0/24')).toEqual({ ok: true })
})

it('accepts a solved challenge at once, and others with a later mail; nobody sees “counted” early', async () => {
  const id = await aPetition('busy')
  const network = '198.18.0.0/24'
  for (let i = 0; i < 400; i++) await signFrom('busy', `b${i}@d${i}.example`, network)
  const refused = await signFrom('busy', 'solves@example.org', network)
  if (refused.ok || refused.reason !== 'rate_limited') throw new Error('the limit did not bite')
  const proof = solveTask(refused.task)
  expect(await signFrom('busy', 'other@example.org', network, false, { proof })).toMatchObject({ ok: false })
  expect(await signFrom('busy', 'solves@example.org', network, false, { proof })).toEqual({ ok: true })
  expect(await signFrom('busy', 'solves@example.org', network, false, { proof })).toMatchObject({ ok: false })
  expect(await signFrom('busy', 'waits@example.org', network, false, { later: true })).toEqual({
    ok: true,
    later: true,
  })
  expect(await states(id)).toEqual({ pending: 402 })
  const { rows } = await pool().query<{ wait: number }>(
    `SELECT extract(epoch FROM not_before - queued_at)::int AS wait FROM mail WHERE petition_id = $1 AND not_before > queued_at`,
    [id],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.wait).toBeGreaterThanOrEqual(3_600)
  expect(rows[0]?.wait).toBeLessThanOrEqual(7_200)
})

it('the slow queue is bounded too', async () => {
  await aPetition('slow')
  const network = '198.18.7.0/24'
  const count = (kind: string, value: string) => countInHour([{ kind, value, limit: 1 }], now)
  for (let i = 0; i < 400; i++) await count('network', network)
  for (let i = 0; i < 1_999; i++) await count('later', `network ${network}`)
  const signLater = (i: number) => signFrom('slow', `s${i}@example.org`, network, false, { later: true })
  expect(await signLater(0)).toEqual({ ok: true, later: true })
  expect(await signLater(1)).toMatchObject({ reason: 'rate_limited', later: false })
})

it('stores no network and no address, only coarse codes', async () => {
  const id = await aPetition('coarse')
  await signFrom('coarse', 'coarse@example.org', '203.0.113.0/24', true)
  const { rows } = await pool().query('SELECT s::text FROM pending_signature s WHERE petition_id = $1', [id])
  expect(JSON.stringify(rows)).not.toContain('203.0.113')
  expect(await db().pendingSignature.findFirst({ where: { petitionId: id } })).toMatchObject({
    signals: 'trap',
    suspicious: true,
  })
})

it('an ordinary form is not suspicious', async () => {
  const id = await aPetition('ordinary')
  await signAs('ordinary', 'ordinary@example.org', now)
  expect(await confirm(await onlyToken(id), now)).toMatchObject({ ok: true })
})
