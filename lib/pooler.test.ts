import { afterEach, expect, it, vi } from 'vitest'
import { aPetition, openedSignatures, signAs, states } from '@/test/a-petition'
import { startPooler } from '@/test/start-pooler.mjs'
import { useDatabase } from '@/test/use-database'

useDatabase()

const PEOPLE = 60

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/**
 * Signs directly, and opens the links and confirms through PgBouncer, all at once, with modules of its own that read
 * the other URL.
 * @returns how many confirmations failed
 */
async function confirmThrough(parameter: string, petitionId: string, slug: string): Promise<number> {
  await Promise.all(Array.from({ length: PEOPLE }, (_, i) => signAs(slug, `person${i}@example.org`, new Date())))
  const tokens = (await openedSignatures(petitionId)).map(({ token }) => token)
  const direct = await import('@/lib/db')
  const pooler = await startPooler(process.env.DATABASE_URL ?? '')
  try {
    await direct.closeDb()
    vi.resetModules()
    vi.stubEnv('DATABASE_URL', `${pooler.url}${parameter}`)
    const { confirm } = await import('@/lib/signatures/confirm')
    const { findByToken } = await import('@/lib/signatures/find-by-token')
    const { closeDb, db, pool } = await import('@/lib/db')
    const openAndConfirm = async (token: string) => {
      await findByToken(token, new Date())
      // Each of its own: those who open their links at once share a statement.
      await pool().query({ name: 'each-its-own', text: 'SELECT 1' })
      return confirm(token, new Date())
    }
    const results = await Promise.allSettled(tokens.map(openAndConfirm))
    // Prisma too.
    expect(await db().petition.count({ where: { id: petitionId } })).toBe(1)
    await closeDb()
    return results.filter(({ status }) => status === 'rejected').length
  } finally {
    await pooler.stop()
    vi.unstubAllEnvs()
    // The process has one pool: whatever still ran meanwhile may have opened one that leads to the pooler.
    await direct.closeDb()
  }
}

it('works through PgBouncer in transaction mode', async () => {
  const id = await aPetition('pooled')
  expect(await confirmThrough('?pgbouncer=true', id, 'pooled')).toBe(0)
  expect(await states(id)).toEqual({ confirmed: PEOPLE })
}, 60_000)

it('would not without saying so in the URL: the pooler mixes up statements that are prepared by name', async () => {
  const id = await aPetition('mixed-up')
  expect(await confirmThrough('', id, 'mixed-up')).toBeGreaterThan(0)
}, 60_000)
