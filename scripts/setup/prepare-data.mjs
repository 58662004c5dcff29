import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkSpace } from './check-space.mjs'
import { keysOf } from './keys.mjs'
import { dataDir, root } from './root.mjs'
import { step } from './step.mjs'

/**
 * Prepares keys and a migrated database. Packages must be installed.
 * @param {{ migrates?: boolean }} [options] false: the database is taken as it is
 * @returns {Promise<{ keys: Record<string, string>, database: Awaited<ReturnType<typeof
 *   import('../database/open-database.mjs').openDatabase>> }>} the caller stops the database
 */
export async function prepareData({ migrates = true } = {}) {
  const { applyMigrations } = await import('../database/apply-migrations.mjs')
  const { renewRoles } = await import('../database/apply-roles.mjs')
  const { connect } = await import('../database/connect.mjs')
  const { openDatabase } = await import('../database/open-database.mjs')

  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const keys = await keysOf(dataDir)
  if (!process.env.DATABASE_URL) await checkSpace(dataDir, 300)
  const database = await step('Database', () => openDatabase({ dataDir, password: keys.POSTGRES_PASSWORD ?? '' }))
  const migrate = async () => {
    const client = await connect(process.env.DIRECT_URL || database.url)
    try {
      await applyMigrations(client, join(root, 'prisma', 'migrations'))
      await renewRoles(client)
    } finally {
      await client.end()
    }
  }
  try {
    if (migrates) await step('Migrations', migrate)
  } catch (error) {
    await database.stop()
    throw error
  }
  return { keys, database }
}
