import { join } from 'node:path'
import { startCluster } from './cluster.mjs'
import { connect } from './connect.mjs'

const name = 'petition'

/**
 * Opens the database of this clone: the one in DATABASE_URL, else the built-in one, started if it is not running.
 * @param {{ dataDir: string, password: string }} options
 * @returns {Promise<{ url: string, builtIn: boolean, reused: boolean, revive: () => Promise<boolean>, stop: () =>
 *   Promise<void> }>} revive: restarts the built-in one if it has stopped, and returns whether it had
 */
export async function openDatabase({ dataDir, password }) {
  const given = process.env.DATABASE_URL
  if (given) {
    await (await connect(given)).end()
    return { url: given, builtIn: false, reused: true, revive: async () => false, stop: async () => {} }
  }
  const options = { dir: join(dataDir, 'postgres'), password }
  const cluster = await startCluster(options)
  try {
    await createDatabase(cluster.url('postgres'))
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return {
    url: cluster.url(name),
    builtIn: true,
    reused: cluster.reused,
    revive: async () => !(await cluster.isRunning()) && !(await startCluster(options)).reused,
    stop: cluster.stop,
  }
}

/** @param {string} url */
async function createDatabase(url) {
  const client = await connect(url)
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${name}`)
  } finally {
    await client.end()
  }
}
