import { join } from 'node:path'
import { installIfStale } from './install-if-stale.mjs'
import { keysOf } from './keys.mjs'
import { isHeld } from './lock.mjs'
import { dataDir, root } from './root.mjs'
import { SetupError } from './setup-error.mjs'
import { readDotEnv } from './site-env.mjs'

/**
 * `npm run migrate`: brings the database up to date, and leaves one of a later release as it is. `-- --rolled-back
 * <name>` first clears a failed migration.
 * @param {string[]} args
 * @returns {Promise<number>} for process.exitCode
 */
export async function migrate([option, name]) {
  if (option && (option !== '--rolled-back' || !name)) {
    throw new SetupError('Usage: npm run migrate, or: npm run migrate -- --rolled-back <name of a failed migration>')
  }
  readDotEnv()
  await installIfStale()
  const { applyMigrations, isLater } = await import('../database/apply-migrations.mjs')
  const { renewRoles } = await import('../database/apply-roles.mjs')
  const { connect } = await import('../database/connect.mjs')
  const { openDatabase } = await import('../database/open-database.mjs')
  const { settleFailed } = await import('../database/settle-failed.mjs')

  const password = process.env.DATABASE_URL ? '' : ((await keysOf(dataDir)).POSTGRES_PASSWORD ?? '')
  const database = await openDatabase({ dataDir, password })
  try {
    const client = await connect(process.env.DIRECT_URL || database.url)
    try {
      if (name) await settleFailed(client, name)
      if (await isLater(client)) {
        console.log('The database is of a later release, which breaks nothing here; it was left as it is.')
        return 0
      }
      const applied = await applyMigrations(client, join(root, 'prisma', 'migrations'))
      await renewRoles(client)
      console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.')
    } finally {
      await client.end()
    }
  } finally {
    if (!database.reused && !(await isHeld(join(dataDir, 'start.lock')))) await database.stop()
  }
  return 0
}
