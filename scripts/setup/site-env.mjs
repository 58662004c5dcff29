import { readSecretFiles } from '../../lib/secret-files.mjs'
import { memoryEnv } from './memory-env.mjs'
import { dataDir, root } from './root.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * The environment of our programs. Settings made by a person override those generated for this clone.
 * @param {{ keys: Record<string, string>, databaseUrl: string, port: number, dev?: boolean }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function siteEnv({ keys, databaseUrl, port, dev = false }) {
  const { POSTGRES_PASSWORD: _, ...own } = keys
  return {
    NEXT_TELEMETRY_DISABLED: '1',
    ...memoryEnv,
    DATA_DIR: dataDir,
    SITE_URL: `http://localhost:${port}`,
    ...own,
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
  }
}

/**
 * Settings may also be in `.env`, which Next reads by itself, so every other program must read it too; and secrets in
 * files of their own.
 * @throws {SetupError} if one of those cannot be read
 */
export function readDotEnv() {
  try {
    process.loadEnvFile(`${root}/.env`)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error
  }
  const troubles = readSecretFiles(process.env)
  if (troubles.length > 0) throw new SetupError(troubles.join('\n'))
}

/** @returns {number} PORT, or 3000 */
export function wantedPort() {
  const port = Number(process.env.PORT ?? 3000)
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 3000
}
