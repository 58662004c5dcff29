import { readFileSync } from 'node:fs'

/** Settings that may be in a file of their own: `NAME_FILE` names it, as containers and systemd hand out secrets. */
const secrets = [
  'DATABASE_URL',
  'DIRECT_URL',
  'SEAL_PUBLIC_KEY',
  'SEAL_PRIVATE_KEY',
  'SEAL_PRIVATE_KEY_BEFORE',
  'BLIND_INDEX_KEY',
  'BLIND_INDEX_KEY_BEFORE',
  'LEDGER_KEY',
  'LEDGER_KEY_BEFORE',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_SECRET_BEFORE',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'RESEND_API_KEY',
  'RESEND_WEBHOOK_SECRET',
  'SMTP_URL',
  'WEB_DATABASE_PASSWORD',
  'ADMIN_DATABASE_PASSWORD',
  'WORKER_DATABASE_PASSWORD',
]

/**
 * Reads secrets from the files that the environment names into it. An empty file counts as not set, so that an optional
 * secret can have a file too.
 * @param {Record<string, string | undefined>} env is changed
 * @returns {string[]} what is wrong, a sentence each: a file that cannot be read, a secret set in both ways
 */
export function readSecretFiles(env) {
  /** @type {string[]} */
  const troubles = []
  for (const name of secrets) {
    const path = env[`${name}_FILE`]
    if (!path) continue
    if (env[name]) {
      troubles.push(`${name}: is set, and ${name}_FILE too: leave one of them out`)
      continue
    }
    try {
      const text = readFileSync(path, 'utf8').trim()
      if (text) env[name] = text
      delete env[`${name}_FILE`]
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error)
      troubles.push(`${name}_FILE: ${path} cannot be read (${code})`)
    }
  }
  return troubles
}
