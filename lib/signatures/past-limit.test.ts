import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { countRates } from '@/lib/integrity/rate-limits'
import { aPetition, fields } from '@/test/a-petition'
import { solveTask } from '@/test/solve-task'
import { useDatabase } from '@/test/use-database'
import { sign } from './sign'
import { readForm } from './signature-form'

useDatabase()
vi.mock('@/lib/integrity/limits/random-weight', () => ({ randomWeight: () => 1 }))

const now = new Date()
let petitions = 0
let slug = ''
let petitionId = ''
let network = ''

/** A network that has reached its limit. */
beforeEach(async () => {
  slug = `full-${++petitions}`
  petitionId = await aPetition(slug)
  network = `203.0.${petitions}.0/24`
  for (let i = 0; i < 400; i++) await countRates({ network, domain: 'gmail.com', via: null }, now)
})

async function post(ways: { proof?: string; later?: boolean } = {}, via = '') {
  const read = readForm(fields('person@school.example', { via }))
  if (!read.ok) throw new Error('the fixture is not a good form')
  return sign(slug, read.form, 'en', now, { network, formTime: 'good', trap: false, ...ways })
}

const forms = () => db().pendingSignature.findMany({ where: { petitionId } })

test('a solved task lifts the limits, gets a mail at once, and is kept as a signal', async () => {
  const refused = await post()
  if (refused.ok || refused.reason !== 'rate_limited') throw new Error('a task is asked for')
  expect(refused.later).toBe(true)
  const proof = solveTask(refused.task)
  expect(await post({ proof })).toEqual({ ok: true })
  expect(await forms()).toMatchObject([{ signals: 'busy_network solved_task', suspicious: false }])
  expect(await db().mail.findMany({ where: { petitionId } })).toMatchObject([{ solved: true, notBefore: now }])
})

test('a later mail is kept as a signal too, and takes none of the slots of solved tasks', async () => {
  expect(await post({ later: true })).toEqual({ ok: true, later: true })
  expect(await forms()).toMatchObject([{ signals: 'busy_network late_mail' }])
  const [mail] = await db().mail.findMany({ where: { petitionId } })
  expect(mail?.solved).toBe(false)
  expect(mail?.notBefore.getTime()).toBeGreaterThan(now.getTime() + 3_500_000)
})
