import sodium from 'libsodium-wrappers'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { env } from '@/lib/env'
import { useDatabase } from '@/test/use-database'
import { openRecord } from './open-record'
import { sealAlone, sealRecord } from './seal-record'

useDatabase()

const schema = z.object({ name: z.string() })
const record = { name: '김지수 — Ζωή ☂' }

describe('sealRecord', () => {
  it('opens to what was sealed', () => {
    expect(openRecord(sealRecord(record), schema)).toEqual(record)
  })

  it('never gives the same bytes twice, nor any plain text', () => {
    const [one, two] = [sealRecord(record), sealRecord(record)]
    expect(one.equals(two)).toBe(false)
    expect(one.includes(Buffer.from(record.name))).toBe(false)
  })

  it('detects every altered byte', () => {
    const sealed = sealRecord(record)
    for (let i = 0; i < sealed.length; i++) {
      const altered = Buffer.from(sealed)
      altered[i] = (altered[i] ?? 0) ^ 1
      expect(() => openRecord(altered, schema), `byte ${i}`).toThrow()
    }
  })

  it('cannot be opened without the private key, or with another one', () => {
    const sealed = sealRecord(record)
    const own = env().SEAL_PRIVATE_KEY
    env().SEAL_PRIVATE_KEY = undefined
    expect(() => openRecord(sealed, schema)).toThrow('holds no private key')
    env().SEAL_PRIVATE_KEY = Buffer.from(sodium.crypto_box_keypair().privateKey)
    expect(() => openRecord(sealed, schema)).toThrow()
    env().SEAL_PRIVATE_KEY = own
    expect(openRecord(sealed, schema)).toEqual(record)
  })

  it('is as long for a short name as for a long one', () => {
    const long = sealRecord({ name: '남궁'.repeat(20) })
    expect(sealRecord({ name: '李' })).toHaveLength(long.length)
  })
})

/** The header that two records of one data key share: all before the nonce. */
const header = (sealed: Buffer) => sealed.subarray(0, 85).toString('hex')

/** As in a process that has just begun, at a time that moves when told. */
async function freshProcess() {
  vi.resetModules()
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000_000)
  const { sealRecord } = await import('./seal-record')
  const seal = (times: number) => Array.from({ length: times }, () => header(sealRecord(record)))
  return { seal, wait: (ms: number) => clock.mockReturnValue(performance.now() + ms) }
}

describe('the data key', () => {
  it('is another for each record, also of one moment', async () => {
    const { seal, wait } = await freshProcess()
    const headers = seal(40)
    wait(60)
    headers.push(...seal(2))
    expect(new Set(headers).size).toBe(42)
  })

  it('is shared in a rush by what is sealed in the same milliseconds, and by nothing later', async () => {
    const { seal, wait } = await freshProcess()
    const before = seal(40)
    const rush: string[][] = []
    for (let i = 0; i < 5; i += 1) {
      rush.push(seal(100))
      wait(25)
    }
    expect(rush.map((headers) => new Set(headers).size)).toEqual([1, 1, 1, 1, 1])
    expect(new Set([...before, ...rush.flat()]).size).toBe(45)
    wait(2_000)
    expect(rush.flat()).not.toContain(seal(1)[0])
  })

  it('is another for each of any number, where nobody waits', () => {
    expect(new Set(Array.from({ length: 120 }, () => header(sealAlone(record)))).size).toBe(120)
    expect(openRecord(sealAlone(record), schema)).toEqual(record)
  })
})
