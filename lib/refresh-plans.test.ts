import pg from 'pg'
import { expect, test } from 'vitest'
import { useDatabase } from '@/test/use-database'
import { env } from './env'
import { refreshPlans } from './refresh-plans'

useDatabase()

/** How PostgreSQL finds a row by its key, by a plan from when the table was empty and many rows later. */
async function planAfterFilling(first: number): Promise<string> {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 1 })
  refreshPlans(pool, first)
  try {
    await pool.query('DROP TABLE IF EXISTS filling')
    await pool.query('CREATE TABLE filling (id int PRIMARY KEY, pad text) WITH (autovacuum_enabled = off)')
    await pool.query('VACUUM filling')
    // The same plan is reused from the sixth time on.
    for (let i = 0; i < 8; i++)
      await pool.query({ name: 'find', text: 'SELECT pad FROM filling WHERE id = $1::int', values: [i] })
    await pool.query("INSERT INTO filling SELECT n, repeat('x', 100) FROM generate_series(1, 20000) AS n")
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>('EXPLAIN EXECUTE find(7)')
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await pool.end()
  }
}

test('a plan from when a table was empty is replaced', async () => {
  expect(await planAfterFilling(0)).toContain('Index Scan')
  // PostgreSQL's own behaviour: otherwise none of this is needed.
  expect(await planAfterFilling(60_000)).toContain('Seq Scan')
})
