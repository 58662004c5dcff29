import { keysOf } from './keys.mjs'
import { dataDir } from './root.mjs'
import { readDotEnv } from './site-env.mjs'

/**
 * `npm run database:roles`: gives the public process, the one of the staff and the worker an account each in the
 * database, with their passwords from the environment. Safe to repeat.
 * @returns {Promise<number>} for process.exitCode
 */
export async function databaseRoles() {
  readDotEnv()
  const { applyRoles } = await import('../database/apply-roles.mjs')
  const { connect } = await import('../database/connect.mjs')
  const { openDatabase } = await import('../database/open-database.mjs')

  const password = process.env.DATABASE_URL ? '' : ((await keysOf(dataDir)).POSTGRES_PASSWORD ?? '')
  const database = await openDatabase({ dataDir, password })
  try {
    const client = await connect(process.env.DIRECT_URL || database.url)
    try {
      const {
        WEB_DATABASE_PASSWORD: web,
        ADMIN_DATABASE_PASSWORD: admin,
        WORKER_DATABASE_PASSWORD: worker,
      } = process.env
      const sets = await applyRoles(client, { web, admin, worker })
      console.log(
        sets
          ? 'petition_web, petition_admin and petition_worker may do what prisma/roles.sql says.'
          : 'The rights of petition_web, petition_admin and petition_worker are those of a later release, and were left as they are.',
      )
    } finally {
      await client.end()
    }
  } finally {
    if (!database.reused) await database.stop()
  }
  return 0
}
