import { pool } from '@/lib/db'
import { listMigrations } from './release'

export interface Database {
  version: string
  /** In bytes. */
  size: number
  connections: number
  maxConnections: number
  /** The database writes a commit to disk before acknowledging it. */
  isSafe: boolean
}

/** Reads the database's version, size, connections and settings. */
export async function readDatabase(): Promise<Database> {
  const { rows } = await pool().query<Database>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS size,
       (SELECT count(*)::int FROM pg_stat_activity WHERE datid IS NOT NULL) AS connections,
       current_setting('max_connections')::int AS "maxConnections",
       current_setting('synchronous_commit') <> 'off' AND current_setting('fsync') <> 'off' AS "isSafe"`,
  )
  const [row] = rows
  if (!row) throw new Error('the database answered nothing')
  // Distributions append their own version.
  return { ...row, version: row.version.split(' ')[0] ?? '' }
}

/** Counts migrations of this release that the database lacks; null if unknown. */
export async function countPendingMigrations(): Promise<number | null> {
  const [known, made] = await Promise.all([listMigrations(), listMade()])
  return known && made && known.filter((name) => !made.has(name)).length
}

/** The migrations applied; null if this process may not read them, as its account is of an earlier release. */
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
