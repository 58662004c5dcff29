import { join } from 'node:path'
import { generateIfStale } from './generate-if-stale.mjs'
import { installIfStale } from './install-if-stale.mjs'
import { isHeld } from './lock.mjs'
import { prepareData } from './prepare-data.mjs'
import { dataDir } from './root.mjs'
import { readDotEnv, siteEnv, wantedPort } from './site-env.mjs'
import { runSource } from './start-process.mjs'
import { untilStopped } from './until-stopped.mjs'

/**
 * Runs one of our TypeScript programs, whether or not the site is running.
 * @param {string[]} command the program's path from the top folder, and its arguments
 * @returns {Promise<number>} its exit code
 */
export async function runProgram(command) {
  const stopped = untilStopped()
  readDotEnv()
  await installIfStale()
  await generateIfStale()
  // A database of one's own is migrated by its owner (`npm run migrate`): the account given here may do less.
  const { keys, database } = await prepareData({ migrates: !process.env.DATABASE_URL })
  try {
    const env = siteEnv({ keys, databaseUrl: database.url, port: wantedPort() })
    return await runSource(command, env, stopped)
  } finally {
    // Keep the database if the site uses it: it may have been running before, or have been started since.
    if (!database.reused && !(await isHeld(join(dataDir, 'start.lock')))) await database.stop()
  }
}
