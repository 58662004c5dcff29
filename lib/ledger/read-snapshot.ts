import type { PoolClient } from 'pg'
import { pool } from '@/lib/db'

/** Runs reads that see the database as it stood at one moment, whatever is written meanwhile. Nothing can be written. */
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
