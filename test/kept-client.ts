import pg from 'pg'
import { pool, prismaOn } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'

const shared = globalThis as typeof globalThis & {
  icnkDb?: PrismaClient
  keptClient?: { client: PrismaClient; pool: () => pg.Pool }
}

/**
 * Makes `db()` one client for all test files of a process, each on its own database: Prisma reads the schema once, and
 * plans a query once. In a client for each file that took a sixth of the time of all tests with a database.
 */
export function keepClient(): void {
  // This module is loaded again for each file, and with it the one that knows its database.
  shared.keptClient = { client: shared.keptClient?.client ?? makeClient(), pool }
  shared.icnkDb = shared.keptClient.client
}

function makeClient(): PrismaClient {
  const ofThisFile = new Proxy(Object.create(pg.Pool.prototype), {
    get: (_, name) => {
      const now = (shared.keptClient?.pool ?? pool)()
      const value = Reflect.get(now, name)
      return typeof value === 'function' ? value.bind(now) : value
    },
  })
  const client = prismaOn(ofThisFile)
  // Disconnected, it would forget the schema; a file's connections are closed all the same.
  return Object.assign(client, { $disconnect: async () => {} })
}
