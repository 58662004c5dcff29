import { expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { aPetition, signAs } from '@/test/a-petition'
import { solveTask } from '@/test/solve-task'
import { useDatabase } from '@/test/use-database'
import { requestAccessLink } from './request-access-link'

vi.mock('@/lib/integrity/limits/random-weight', () => ({ randomWeight: () => 1 }))

useDatabase()

const now = new Date()
const network = '198.51.100.0/24'

async function ask(email: string, more: { proof?: string; later?: boolean } = {}) {
  const address = canonicalEmail(email)
  if (!address) throw new Error('the fixture is not an address')
  return requestAccessLink(address, 'en', now, { network, ...more })
}

it('one network may request sixty links an hour; beyond that known and unknown addresses get the same challenge', async () => {
  await aPetition('links')
  await signAs('links', 'known@example.org', now)
  for (let i = 0; i < 60; i++) expect(await ask(`a${i}@example.org`)).toEqual({ ok: true })
  const refused = await Promise.all([ask('known@example.org'), ask('unknown@example.org')])
  for (const answer of refused) expect(answer).toMatchObject({ ok: false, reason: 'rate_limited', later: true })

  expect(await ask('unknown@example.org', { later: true })).toEqual({ ok: true, later: true })
  expect(await ask('known@example.org', { later: true })).toEqual({ ok: true, later: true })
  const waiting = await db().mail.findMany({ where: { kind: 'access_link', notBefore: { gt: now } } })
  expect(waiting).toHaveLength(2)

  const [task] = refused.flatMap((answer) => ('task' in answer ? answer.task : []))
  const proof = task ? solveTask(task) : ''
  expect(await ask('unknown@example.org', { proof })).toMatchObject({ ok: false })
  expect(await ask('known@example.org', { proof })).toEqual({ ok: true })
  // Its mail takes none of the slots that strangers may have used up for this address.
  expect(await db().mail.count({ where: { kind: 'access_link', solved: true } })).toBe(1)
})

it('does not affect other networks, or requests without one', async () => {
  const other = canonicalEmail('other@example.org')
  if (!other) throw new Error('the fixture is not an address')
  expect(await requestAccessLink(other, 'en', now, { network: '203.0.113.0/24' })).toEqual({ ok: true })
  expect(await requestAccessLink(other, 'en', now)).toEqual({ ok: true })
})
