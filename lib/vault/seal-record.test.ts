import sodium from 'libsodium-wrappers'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { env } from '@/lib/env'
import { useDatabase } from '@/test/use-database'
import { openRecord } from './open-record'
import { sealRecord } from './seal-record'

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
})
