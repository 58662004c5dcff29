import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '@/test/use-database'
import { sealedColumns } from './sealed-columns'

useDatabase()

const now = new Date()

/** The environment is read once a process: a rotation is a new process, here a fresh set of modules. */
async function processWith(keys: Record<string, string>) {
  vi.resetModules()
  for (const [name, value] of Object.entries(keys)) vi.stubEnv(name, value)
  const [fixture, rotation, index, db, ledger, recount, open, confirm] = await Promise.all([
    import('@/test/a-petition'),
    import('./reencrypt-sealed'),
    import('./reindex-signatures'),
    import('@/lib/db'),
    import('@/lib/ledger/append'),
    import('@/lib/ledger/recount'),
    import('@/lib/vault/open-record'),
    import('../confirm'),
  ])
  return { ...fixture, ...rotation, ...index, ...db, ...ledger, ...recount, ...open, ...confirm }
}

function newKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    SEAL_PUBLIC_KEY: publicKey.export({ format: 'jwk' }).x ?? '',
    SEAL_PRIVATE_KEY: privateKey.export({ format: 'jwk' }).d ?? '',
    BLIND_INDEX_KEY: randomBytes(32).toString('base64url'),
  }
}

const old = newKeys()
const next = newKeys()
const rotating = {
  ...next,
  SEAL_PRIVATE_KEY_BEFORE: old.SEAL_PRIVATE_KEY,
  BLIND_INDEX_KEY_BEFORE: old.BLIND_INDEX_KEY,
}

beforeEach(() => vi.unstubAllEnvs())

it('moves everything to the new keys, resumes where it stopped, and no longer needs the old keys', async () => {
  const before = await processWith(old)
  const id = await before.aPetition('rotated')
  for (let i = 0; i < 5; i++) await before.signAs('rotated', `r${i}@example.org`, now, { name: `Name ${i}` })
  await before.closeDb()

  const during = await processWith(rotating)
  const stop = new Error('the power fails')
  await expect(
    during.reencryptSealed(() => {
      throw stop
    }),
  ).rejects.toBe(stop)
  expect(await during.reindexSignatures(() => undefined)).toEqual({ moved: 5, named: 0, unreadable: 0 })
  await during.reencryptSealed(() => undefined)
  expect(await during.reindexSignatures(() => undefined)).toEqual({ moved: 0, named: 0, unreadable: 0 })
  expect(await during.reencryptSealed(() => undefined)).toEqual({ sealed: 0, unreadable: 0 })
  await during.closeDb()

  const after = await processWith(next)
  expect((await after.openedSignatures(id)).map(({ name }) => name).sort()).toEqual(
    Array.from({ length: 5 }, (_, i) => `Name ${i}`),
  )
  await after.signAs('rotated', 'r0@example.org', now, { name: 'Again' })
  expect(await after.states(id)).toEqual({ pending: 6 })
  expect(await after.db().pendingSignature.groupBy({ by: ['emailIndex'] })).toHaveLength(5)
  await after.closeDb()
})

it('a person who signed again during the rotation is one person afterwards, counted once', async () => {
  const before = await processWith(old)
  const id = await before.aPetition('twice')
  await before.signAs('twice', 'twice@example.org', now)
  await before.confirm(await before.onlyToken(id), now)
  await before.append(now)
  await before.closeDb()

  const during = await processWith(rotating)
  await during.signAs('twice', 'twice@example.org', now)
  await during.confirmWaiting(id, now)
  await during.append(now)
  expect(await during.states(id)).toEqual({ counted: 2 })
  await during.reindexSignatures(() => undefined)
  await during.append(now)
  expect(await during.states(id)).toEqual({ counted: 1 })
  const counts = await during.recount()
  expect(counts.find(({ slug }) => slug === 'twice')).toMatchObject({ totals: { net: 1 }, differences: [] })
  await during.closeDb()
})

it('leaves what it cannot open, and reports it', async () => {
  const other = await processWith(newKeys())
  const id = await other.aPetition('foreign')
  await other.signAs('foreign', 'foreign@example.org', now)
  const [row] = await other.db().pendingSignature.findMany({ where: { petitionId: id } })
  await other.closeDb()
  const during = await processWith(rotating)
  expect((await during.reencryptSealed(() => undefined)).unreadable).toBeGreaterThan(0)
  const [still] = await during.db().pendingSignature.findMany({ where: { petitionId: id } })
  expect(still?.sealed).toEqual(row?.sealed)
  expect(() => during.openRecord(still?.sealed ?? new Uint8Array(), z.object({}))).toThrow('another key')
})

it('knows every column that is sealed', async () => {
  const { pool } = await processWith(next)
  const { rows } = await pool().query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name IN ('sealed', 'appeal') AND table_name <> 'access_link'`,
  )
  const name = ({ table, column }: { table: string; column: string }) => `${table}.${column}`
  expect(sealedColumns.map(name).sort()).toEqual(rows.map(name).sort())
})
