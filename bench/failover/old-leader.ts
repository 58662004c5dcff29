import pg from 'pg'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import type { HaCluster } from './ha-cluster'
import { type Host, runOn } from './hosts'

/** Somebody who writes to the server that led, and not through HAProxy: what it takes then must be in the cluster. */
export interface OldLeader {
  /** Ends it. @returns how many writes it acknowledged, how many it did not, and how many of the former are gone */
  stop: () => Promise<{ taken: number; refused: number; gone: number }>
}

const PSQL = '/usr/bin/psql'

/** Writes every half second on the server itself, whatever becomes of it. */
export async function writeToOldLeader({ url }: HaCluster, server: Host): Promise<OldLeader> {
  await inCluster(url('postgres', 'petition'), 'CREATE TABLE IF NOT EXISTS drill_write (id text PRIMARY KEY)')
  const own = new URL(url('postgres', 'petition'))
  own.host = '127.0.0.1:5432'
  const taken: string[] = []
  let refused = 0
  let going = true
  const writing = write()

  async function write(): Promise<void> {
    for (let i = 0; going; i++) {
      const id = `${server.name}-${i}-${Date.now()}`
      const insert = `INSERT INTO drill_write VALUES ('${id}')`
      const psql = [PSQL, '-q', '-d', own.href, '-c', insert]
      await runCommand(...runOn(server, ['/usr/bin/timeout', '5', ...psql])).then(
        () => taken.push(id),
        () => (refused += 1),
      )
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }

  return {
    stop: async () => {
      going = false
      await writing
      const kept = await inCluster(url('postgres', 'petition'), 'SELECT id FROM drill_write WHERE id = ANY($1)', [
        taken,
      ])
      return { taken: taken.length, refused, gone: taken.length - kept }
    },
  }
}

/** @returns the number of rows */
async function inCluster(connectionString: string, sql: string, values: unknown[] = []): Promise<number> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rowCount } = await client.query(sql, values)
  await client.end()
  return rowCount ?? 0
}
