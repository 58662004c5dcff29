import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { aPetition, states } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { type NewSignature, storeSignature } from './store-signature'

useDatabase()

const row = (petitionId: string, more: Partial<NewSignature> = {}): NewSignature => {
  const [emailIndex, contentMac, addressIndex, textSha256, tokenHash, commitment] = Array.from({ length: 6 }, () =>
    randomBytes(32),
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]
  const bytes = { emailIndex, contentMac, addressIndex, textSha256, tokenHash, commitment, sealed: randomBytes(200) }
  return {
    petitionId,
    ...bytes,
    locale: 'en',
    country: 'KR',
    display: 'full',
    updates: false,
    hasComment: false,
    via: null,
    signals: '',
    suspicious: false,
    mailAt: new Date(),
    ...more,
  }
}

it('one row that the database refuses does not sink those that share its statement', async () => {
  const id = await aPetition('shared')
  const good = Array.from({ length: 10 }, () => storeSignature(row(id), new Date()))
  const bad = storeSignature(row(id, { country: 'kr' }), new Date())
  await expect(bad).rejects.toThrow('signature_country_form')
  expect(await Promise.all(good)).toEqual(Array(10).fill(true))
  expect(await states(id)).toEqual({ pending: 10 })
})

it('forms of one person that arrive together are written one after the other', async () => {
  const id = await aPetition('together')
  const person = randomBytes(32)
  const same = Array.from({ length: 200 }, () => storeSignature(row(id, { emailIndex: person }), new Date()))
  const others = Array.from({ length: 200 }, () => storeSignature(row(id), new Date()))
  expect(new Set(await Promise.all([...same, ...others]))).toEqual(new Set([true]))
  expect(await states(id)).toEqual({ pending: 201 })
})
