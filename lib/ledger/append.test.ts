import { describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { findCount } from '@/lib/petitions/find-count'
import { confirm } from '@/lib/signatures/confirm'
import { withdraw } from '@/lib/signatures/withdraw'
import { aPetition, openedSignatures, signAs, states } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { append } from './append'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')

async function confirmedPeople(slug: string, people: number, country = 'KR') {
  const id = await aPetition(slug)
  await Promise.all(Array.from({ length: people }, (_, i) => signAs(slug, `p${i}@example.org`, now, { country })))
  const tokens = (await openedSignatures(id)).map(({ token }) => token)
  await Promise.all(tokens.map((token) => confirm(token, now)))
  return { id, tokens }
}

const indexes = async (petitionId: string) =>
  (await db().ledgerLeaf.findMany({ where: { petitionId }, orderBy: { index: 'asc' } })).map(({ index }) =>
    Number(index),
  )

const countries = (petitionId: string) => db().countryTotal.findMany({ where: { petitionId } })

describe('append', () => {
  it('counts each confirmed signature once, in every total', async () => {
    const { id } = await confirmedPeople('counted', 25)
    expect(await append(now)).toBe(25)
    expect(await append(now)).toBe(0)
    expect(await states(id)).toEqual({ counted: 25 })
    expect(await indexes(id)).toEqual(Array.from({ length: 25 }, (_, i) => i))
    expect(await findCount('counted')).toMatchObject({ count: 25, asOf: now })
    expect(await countries(id)).toEqual([{ petitionId: id, country: 'KR', net: 25n }])
    expect(await db().hourTotal.findMany({ where: { petitionId: id } })).toEqual([
      { petitionId: id, hour: now, net: 25n },
    ])
  })

  it('does not count unconfirmed forms', async () => {
    const id = await aPetition('waiting')
    await signAs('waiting', 'a@example.org', now)
    expect(await append(now)).toBe(0)
    expect(await states(id)).toEqual({ pending: 1 })
  })

  it('ten concurrent appenders leave no gap, no duplicate and no loss', async () => {
    const { id } = await confirmedPeople('crowd', 150)
    const sizes = await Promise.all(Array.from({ length: 10 }, () => append(now)))
    expect(sizes.reduce((sum, size) => sum + size)).toBe(150)
    expect(await indexes(id)).toEqual(Array.from({ length: 150 }, (_, i) => i))
    expect(await findCount('crowd')).toMatchObject({ count: 150 })
  })

  it('leaves rows that somebody is changing for the next batch, and waits for nobody', async () => {
    const { id } = await confirmedPeople('changing', 12)
    const other = await pool().connect()
    try {
      await other.query('BEGIN')
      const { rowCount } = await other.query(
        `SELECT FROM signature WHERE (petition_id, email_index) IN (
           SELECT petition_id, email_index FROM signature WHERE petition_id = $1 ORDER BY email_index LIMIT 2) FOR UPDATE`,
        [id],
      )
      expect(rowCount).toBe(2)
      expect(await append(now)).toBe(10)
      // As a confirmation that meets rows which are being counted: if the appender had waited, neither would end.
      await other.query(`UPDATE signature SET locale = 'ko' WHERE petition_id = $1 AND state = 'confirmed'`, [id])
      await other.query('COMMIT')
    } finally {
      other.release(true)
    }
    expect(await append(now)).toBe(2)
    expect(await indexes(id)).toEqual(Array.from({ length: 12 }, (_, i) => i))
  })

  it('retracts a withdrawn signature once', async () => {
    const { id, tokens } = await confirmedPeople('retracted', 12)
    await append(now)
    const token = tokens[0] ?? ''
    await Promise.all(Array.from({ length: 20 }, () => withdraw(token, now)))
    await Promise.all([append(now), append(now)])
    expect(await findCount('retracted')).toMatchObject({ count: 11 })
    expect(await countries(id)).toEqual([{ petitionId: id, country: 'KR', net: 11n }])
    expect(await indexes(id)).toHaveLength(13)
    const retraction = await db().retraction.findFirstOrThrow({ where: { petitionId: id } })
    expect(retraction).toMatchObject({ reason: 'withdrawn', country: null, retractedIndex: 12n })
  })

  it('moves leaves and totals together or not at all', async () => {
    const { id } = await confirmedPeople('torn', 10)
    await pool().query(`ALTER TABLE hour_total ADD CONSTRAINT broken CHECK (net < 0) NOT VALID`)
    await expect(append(now)).rejects.toThrow('broken')
    expect(await states(id)).toEqual({ confirmed: 10 })
    expect(await indexes(id)).toEqual([])
    expect(await findCount('torn')).toMatchObject({ count: 0 })
    await pool().query('ALTER TABLE hour_total DROP CONSTRAINT broken')
    expect(await append(now)).toBe(10)
  })

  it('a concurrent reader sees count and leaves agree at every moment', async () => {
    const { id, tokens } = await confirmedPeople('watched', 60)
    let reading = true
    const differences: number[] = []
    const watch = (async () => {
      while (reading) {
        const { rows } = await pool().query<{ d: number }>(
          `SELECT coalesce((SELECT net FROM petition_total WHERE petition_id = $1), 0)::int
             - (SELECT coalesce(sum(CASE kind WHEN 'sign' THEN 1 WHEN 'retract' THEN -1 END), 0) FROM ledger_leaf WHERE petition_id = $1)::int AS d`,
          [id],
        )
        differences.push(rows[0]?.d ?? Number.NaN)
      }
    })()
    for (const token of tokens.slice(0, 30)) {
      await append(now)
      await withdraw(token, now)
    }
    await append(now)
    reading = false
    await watch
    expect(new Set(differences)).toEqual(new Set([0]))
    expect(differences.length).toBeGreaterThan(10)
  })
})
