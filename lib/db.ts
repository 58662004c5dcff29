import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from './env'
import { notePool } from './metrics/note-pool'
import { refreshPlans } from './refresh-plans'
import { giveUpSilent } from './silent-connection'

// The server and Next.js's bundle load this module separately in one process:
// the pool hangs on globalThis so that both share it.
const shared = globalThis as typeof globalThis & {
  icnkPool?: pg.Pool
  icnkWatch?: pg.Pool
  icnkDb?: PrismaClient
}

const CONNECTIONS = 16

/**
 * In ms, until a connection that is idle is closed. To open one is work for the database's machine, which where all is
 * one process is this one. A public process must not keep one longer than it bears silence (silent-connection.ts).
 */
const IDLE = { all: 60_000, others: 10_000 }

/** The process's one connection pool, for statements in SQL (docs/decisions/0038-prisma-or-sql.md). */
export function pool(): pg.Pool {
  if (!shared.icnkPool) {
    shared.icnkPool = open(CONNECTIONS)
    notePool(shared.icnkPool)
  }
  return shared.icnkPool
}

/**
 * One connection apart: whether the database answers does not depend on how many wait for the pool. One that says
 * nothing for two seconds is given up, and the next question opens another.
 */
export function watchPool(): pg.Pool {
  shared.icnkWatch ??= open(1, { query_timeout: 2_000 })
  return shared.icnkWatch
}

/** Prisma on the same pool, for everything else. */
export function db(): PrismaClient {
  shared.icnkDb ??= prismaOn(pool())
  return shared.icnkDb
}

/** Another client of Prisma's. */
export function prismaOn(connections: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(connections),
    // The default of two seconds to get a connection is too short for a busy hour.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })
}

export async function closeDb(): Promise<void> {
  await shared.icnkDb?.$disconnect()
  await Promise.all([shared.icnkPool?.end(), shared.icnkWatch?.end()])
  shared.icnkDb = undefined
  shared.icnkPool = undefined
  shared.icnkWatch = undefined
}

function open(max: number, more: pg.PoolConfig = {}): pg.Pool {
  const { DATABASE_URL: url, ROLE } = env()
  const idleTimeoutMillis = ROLE === 'all' ? IDLE.all : IDLE.others
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis,
    keepAlive: true,
    ...more,
  })
  if (ROLE === 'web') pool.on('connect', (client) => giveUpSilent(client))
  if (new URL(url).searchParams.get('pgbouncer') === 'true') pool.on('connect', withoutNames)
  else refreshPlans(pool)
  // An idle connection that breaks (database restart) is replaced at the next query.
  pool.on('error', (error) => console.error(`database connection lost: ${error.message}`))
  // One that breaks in use, between two statements of a transaction, says so at the next of them; it ends no process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * Sends every statement of a connection unnamed. Behind a pooler in transaction mode (`?pgbouncer=true` in the URL)
 * each transaction may get another connection of the server's, and a statement prepared by name on one is missing on
 * the next (26000), or already there (42P05).
 */
function withoutNames(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const unnamed = (config: unknown, ...more: unknown[]) =>
    query(isNamed(config) ? { ...config, name: undefined } : config, ...more)
  client.query = unnamed as typeof client.query
}

function isNamed(config: unknown): config is { name: string } {
  return (
    typeof config === 'object' &&
    config !== null &&
    Object.getPrototypeOf(config) === Object.prototype &&
    'name' in config
  )
}
