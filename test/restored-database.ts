import pg from 'pg'
import { inject } from 'vitest'
import { closeDb } from '@/lib/db'

/**
 * Copies the test's database as it is now, like a backup. Nothing may use it at the moment.
 * @returns a function that puts the copy in its place, like a restore
 */
export async function copyDatabase(): Promise<() => Promise<void>> {
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  const copy = `${name}_copy`
  await change(`CREATE DATABASE ${copy} TEMPLATE ${name}`)
  return () => change(`DROP DATABASE ${name} WITH (FORCE)`, `ALTER DATABASE ${copy} RENAME TO ${name}`)
}

async function change(...statements: string[]): Promise<void> {
  await closeDb()
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}
