import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'

/** Runs reads in a read-only transaction that sees the database as of one moment. @returns the result of `read` */
export async function readSnapshot<T>(read: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await read(client)
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
    client.release()
  }
}
