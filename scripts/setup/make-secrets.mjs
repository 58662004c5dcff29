import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeKeys } from './keys.mjs'
import { SetupError } from './setup-error.mjs'

/** In compose.yaml: the account of our image, of PostgreSQL's, and where that is. */
const composed = { site: 1000, postgres: 999, database: 'postgres:5432' }

/** The secrets that a rotation changes (docs/security/keys.md); the previous one is kept beside it for a while. */
const rotated = ['seal_private_key', 'blind_index_key', 'nextauth_secret']

/**
 * Makes the secrets of an installation, a file each, readable by the one account that needs it: those of compose.yaml,
 * or root, which hands them to the units of deploy/systemd. None that exists is ever replaced, since sealed data would
 * be lost; but the mail provider's keys follow the environment, where it has them.
 * @param {string} folder
 * @param {{ RESEND_API_KEY?: string | undefined, RESEND_WEBHOOK_SECRET?: string | undefined, SMTP_URL?: string |
 *   undefined }} given
 * @param {string} [databaseAt] host of the database, with its port or without, for deploy/systemd. What a file says of
 *   it stays, as long as its password is right
 * @returns {Promise<string[]>} names of the files written
 */
export async function makeSecrets(folder, { RESEND_API_KEY, RESEND_WEBHOOK_SECRET, SMTP_URL }, databaseAt) {
  const { site, postgres, database } = databaseAt ? { site: 0, postgres: 0, database: withPort(databaseAt) } : composed
  await mkdir(folder, { recursive: true })
  // Account 1000 of the containers may be a person of this machine. Docker hands files out as root, past this.
  await chmod(folder, 0o700)
  /** @type {string[]} */
  const written = []
  const put = async (/** @type {string} */ name, /** @type {string} */ text, owner = site) => {
    const path = join(folder, name)
    if ((await readFile(path, 'utf8').catch(ifMissing)) === text) return
    // Whole or not at all: half a key after a power cut would be taken for one.
    await writeFile(`${path}.new`, text, { mode: 0o400, flag: 'w' })
    if (process.getuid?.() === 0) await chown(`${path}.new`, owner, owner)
    await rename(`${path}.new`, path)
    written.push(name)
  }
  const keep = async (/** @type {string} */ name, /** @type {string} */ fresh, owner = site) => {
    const kept = await readFile(join(folder, name), 'utf8').catch(ifMissing)
    if (kept === undefined) await put(name, fresh, owner)
    return kept?.trim() ?? fresh
  }

  const keys = makeKeys()
  for (const name of [...rotated, 'ledger_key']) await keep(`${name}_before`, '')
  const sealing = await keep('seal_private_key', keys.SEAL_PRIVATE_KEY ?? '')
  await put('seal_public_key', publicHalf(sealing))
  for (const name of ['BLIND_INDEX_KEY', 'LEDGER_KEY', 'NEXTAUTH_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'])
    await keep(name.toLowerCase(), keys[name] ?? '')

  const lead = async (/** @type {string} */ role, /** @type {string} */ user, /** @type {string} */ password) => {
    const [name, coded] = [`database_url_${role}`, encodeURIComponent(password)]
    const kept = await readFile(join(folder, name), 'utf8').catch(ifMissing)
    if (!kept?.includes(`:${coded}@`)) await put(name, `postgresql://${user}:${coded}@${database}/petition`)
  }
  await lead('owner', 'postgres', await keep('postgres_password', password(), postgres))
  for (const role of ['web', 'admin', 'worker']) {
    const own = await keep(`${role}_database_password`, password())
    await lead(role, `petition_${role}`, own)
  }
  const backup = await keep('backup_database_password', password(), postgres)
  await lead('backup', 'petition_backup', backup)
  const follow = (/** @type {string} */ name, /** @type {string | undefined} */ given) =>
    given === undefined ? keep(name, '') : put(name, given)
  await follow('resend_api_key', RESEND_API_KEY)
  await follow('resend_webhook_secret', RESEND_WEBHOOK_SECRET)
  // compose.yaml sends by Resend.
  if (databaseAt) await follow('smtp_url', SMTP_URL)
  return written
}

/**
 * Puts the keys that a rotation changes aside, so that new ones are made. One that was interrupted is continued.
 * @param {string} folder
 * @throws {SetupError} if those before them are still kept
 */
export async function setKeysAside(folder) {
  const keys = await Promise.all(
    rotated.map(async (name) => {
      const path = join(folder, name)
      const read = (/** @type {string} */ file) => readFile(file, 'utf8').catch(ifMissing)
      return { path, now: await read(path), before: await read(`${path}_before`) }
    }),
  )
  if (keys.every(({ now, before }) => now && before)) {
    throw new SetupError(
      'The keys before these are still kept. 60 days after the last rotation, forget them first: --forget.',
    )
  }
  // Where there is one before, this one is new: it was made before the interruption.
  for (const { path, now, before } of keys) if (now && !before) await rename(path, `${path}_before`)
}

/**
 * In ms: how long links to unsubscribe in older mails work; longer than a backup is kept, which the keys before can
 * open.
 */
const KEPT = 60 * 86_400_000

/**
 * Forgets the keys before the last rotation: backups of before it cannot be opened any more.
 * @param {string} folder
 * @param {number} [now]
 * @throws {SetupError} while the keys are younger, and backups, mailed links or records may still need those before
 */
export async function purgeKeys(folder, now = Date.now()) {
  for (const name of rotated) {
    const made = await stat(join(folder, name)).catch(ifMissing)
    if (made && now - made.mtimeMs < KEPT)
      throw new SetupError(
        `${name} was made less than 60 days ago: backups and links to unsubscribe may still need the key before it.`,
      )
  }
  for (const name of rotated) await rm(join(folder, `${name}_before`), { force: true })
}

/** @param {string} host */
function withPort(host) {
  return /:\d+$/.test(host) ? host : `${host}:5432`
}

function password() {
  return randomBytes(24).toString('base64url')
}

/**
 * @param {string} privateKey X25519, 32 bytes in base64url
 * @returns {string} in the same form
 */
function publicHalf(privateKey) {
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b656e04220420', 'hex'),
    Buffer.from(privateKey, 'base64url'),
  ])
  const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  return key.export({ format: 'jwk' }).x ?? ''
}

/** @param {NodeJS.ErrnoException} error @returns {undefined} */
function ifMissing(error) {
  if (error.code !== 'ENOENT') throw error
}
