import { pool } from '@/lib/db'
import { listMigrations } from './release'

export interface Database {
  version: string
  /** In bytes. */
  size: number
  connections: number
  maxConnections: number
  /** A commit is on disk before it is acknowledged. */
  isSafe: boolean
}

/** What the database says of itself. */
export async function readDatabase(): Promise<Database> {
  const { rows } = await pool().query<Database>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS size,
       (SELECT count(*)::int FROM pg_stat_activity WHERE datid IS NOT NULL) AS connections,
       current_setting('max_connections')::int AS "maxConnections",
       current_setting('synchronous_commit') <> 'off' AND current_setting('fsync') <> 'off' AS "isSafe"`,
  )
  const [row] = rows
  if (!row) throw new Error('the database answered nothing')
  // Distributions add their own to the number.
  return { ...row, version: row.version.split(' ')[0] ?? '' }
}

/** How many migrations of this release the database does not have yet; null where that cannot be known. */
export async function countPendingMigrations(): Promise<number | null> {
  const [known, made] = await Promise.all([listMigrations(), listMade()])
  return known && made && known.filter((name) => !made.has(name)).length
}

/** Null where this process may not read them: its account is of an earlier release. */
async function listMade(): Promise<Set<string> | null> {
  return pool()
    .query<{ name: string }>(
      `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    .then(
      ({ rows }) => new Set(rows.map(({ name }) => name)),
      () => null,
    )
}
