import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeKeys } from './keys.mjs'

/** In compose.yaml: the account of our image, and of PostgreSQL's. */
const site = 1000
const postgres = 999

/**
 * Makes the secrets of an installation with compose.yaml, a file each, readable by the one account that needs it. None
 * that exists is ever replaced, since sealed data would be lost; but the mail provider's keys follow the environment.
 * @param {string} folder
 * @param {{ RESEND_API_KEY?: string | undefined, RESEND_WEBHOOK_SECRET?: string | undefined }} given
 * @returns {Promise<string[]>} names of the files written
 */
export async function makeSecrets(folder, { RESEND_API_KEY = '', RESEND_WEBHOOK_SECRET = '' }) {
  await mkdir(folder, { recursive: true, mode: 0o711 })
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
  const sealing = await keep('seal_private_key', keys.SEAL_PRIVATE_KEY ?? '')
  await put('seal_public_key', publicHalf(sealing))
  for (const name of ['BLIND_INDEX_KEY', 'LEDGER_KEY', 'NEXTAUTH_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'])
    await keep(name.toLowerCase(), keys[name] ?? '')

  const url = (/** @type {string} */ user, /** @type {string} */ password) =>
    `postgresql://${user}:${password}@postgres:5432/petition`
  await put('database_url_owner', url('postgres', await keep('postgres_password', password(), postgres)))
  for (const role of ['web', 'admin', 'worker']) {
    const own = await keep(`${role}_database_password`, password())
    await put(`database_url_${role}`, url(`petition_${role}`, own))
  }
  const backup = await keep('backup_database_password', password(), postgres)
  await put('database_url_backup', url('petition_backup', backup))
  await put('resend_api_key', RESEND_API_KEY)
  await put('resend_webhook_secret', RESEND_WEBHOOK_SECRET)
  return written
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
