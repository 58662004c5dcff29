import { randomBytes, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { aPetition, states } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { type NewSignature, storeSignature } from './store-signature'

useDatabase()

const row = (petitionId: string, more: Partial<NewSignature> = {}): NewSignature => {
  const names = ['emailIndex', 'form', 'contentMac', 'addressIndex', 'textSha256', 'tokenHash', 'commitment'] as const
  const hashes = Object.fromEntries(names.map((name) => [name, randomBytes(32)])) as Record<
    (typeof names)[number],
    Buffer
  >
  return {
    petitionId,
    ...hashes,
    sealed: randomBytes(200),
    own: randomBytes(100),
    mailId: randomUUID(),
    network: 1,
    solved: false,
    locale: 'en',
    country: 'KR',
    display: 'full',
    updates: false,
    hasComment: false,
    via: null,
    signals: '',
    suspicious: false,
    mailboxIndex: randomBytes(16),
    domainIndex: randomBytes(16),
    networkGroup: null,
    mailAt: new Date(),
    receivedAt: new Date(),
    ...more,
  }
}

it('one row that the database refuses does not fail the others in its statement', async () => {
  const id = await aPetition('shared')
  const good = Array.from({ length: 10 }, () => storeSignature(row(id)))
  const bad = storeSignature(row(id, { country: 'kr' }))
  await expect(bad).rejects.toThrow('signature_country_form')
  expect(await Promise.all(good)).toEqual(Array(10).fill(true))
  expect(await states(id)).toEqual({ pending: 10 })
})

it('two identical forms at once are written one after the other', async () => {
  const id = await aPetition('together')
  const form = randomBytes(32)
  const emailIndex = randomBytes(32)
  const same = Array.from({ length: 200 }, () => storeSignature(row(id, { emailIndex, form })))
  const others = Array.from({ length: 200 }, () => storeSignature(row(id)))
  expect(new Set(await Promise.all([...same, ...others]))).toEqual(new Set([true]))
  expect(await states(id)).toEqual({ pending: 201 })
})
