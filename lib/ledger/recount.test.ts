import { describe, expect, it } from 'vitest'
import { pool } from '@/lib/db'
import { confirm } from '@/lib/signatures/confirm'
import { withdraw } from '@/lib/signatures/withdraw'
import { aPetition, openedSignatures, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { append } from './append'
import { recount } from './recount'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')

async function counted(slug: string, people: number) {
  const id = await aPetition(slug)
  for (let i = 0; i < people; i += 1) await signAs(slug, `p${i}@example.org`, now)
  const tokens = (await openedSignatures(id)).map(({ token }) => token)
  for (const token of tokens) await confirm(token, now)
  await append(now)
  return { id, tokens }
}

const of = async (slug: string) => (await recount()).find((count) => count.slug === slug)

describe('recount', () => {
  it('agrees while signatures come and go', async () => {
    const { tokens } = await counted('agrees', 5)
    expect(await of('agrees')).toMatchObject({ rows: 5, ledger: { net: 5 }, totals: { net: 5 }, differences: [] })
    await withdraw(tokens[0] ?? '', now)
    expect(await of('agrees')).toMatchObject({ rows: 5, ledger: { net: 5 }, differences: [] })
    await append(now)
    expect(await of('agrees')).toMatchObject({ rows: 4, ledger: { net: 4, size: 6 }, differences: [] })
  })

  it.each([
    ['a total moved by hand', 'UPDATE petition_total SET net = 4 WHERE petition_id = $1', /4/],
    ['an hour moved by hand', 'UPDATE hour_total SET net = net + 1 WHERE petition_id = $1', /by hour: 5 \/ 6/],
    ['a country moved by hand', 'UPDATE country_total SET net = net - 1 WHERE petition_id = $1', /by country: 5 \/ 4/],
    ['a lost row', `DELETE FROM signature WHERE petition_id = $1 AND leaf_index = 2`, /signature rows: 5 \/ 4/],
    ['a dropped leaf', 'DELETE FROM ledger_leaf WHERE petition_id = $1 AND index = 2', /leaf 2 is missing/],
    ['a dropped last leaf', 'DELETE FROM ledger_leaf WHERE petition_id = $1 AND index = 4', /leaves .*: 4 \/ 5/],
    [
      'a strange leaf',
      `UPDATE ledger_leaf SET leaf = set_byte(leaf, 0, 9) WHERE petition_id = $1 AND index = 3`,
      /leaf 3 has/,
    ],
  ])('detects %s', async (_, sql, expected) => {
    const slug = `seen-${Math.random().toString(36).slice(2)}`
    const { id } = await counted(slug, 5)
    await pool().query(sql, [id])
    expect((await of(slug))?.differences.join('; ')).toMatch(expected)
  })
})
