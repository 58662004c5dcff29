import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { dataDir } from './root.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * The keys of this clone, generated once and kept in `.data/keys.env`, which only its owner may read. A key that a
 * newer version needs is added; none is ever replaced, since sealed data would be lost.
 * @param {string} dataDir
 * @returns {Promise<Record<string, string>>}
 */
export async function keysOf(dataDir) {
  const path = join(dataDir, 'keys.env')
  const kept = parse(await readFile(path, 'utf8').catch(ifMissing))
  if (!kept.SEAL_PUBLIC_KEY !== !kept.SEAL_PRIVATE_KEY) {
    throw new SetupError(`${path} holds only one half of the sealing keys. Put the other half back from your copy.`)
  }
  const keys = { ...makeKeys(), ...kept }
  if (Object.keys(keys).length > Object.keys(kept).length) await write(path, keys)
  return keys
}

/**
 * @param {string} dataDir
 * @param {Record<string, string>} keys
 */
export function writeKeys(dataDir, keys) {
  return write(join(dataDir, 'keys.env'), keys)
}

/** @returns {Promise<string>} the key that Next builds into the site, from the environment or this clone */
export async function actionsKey() {
  const name = 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'
  return process.env[name] ?? (await keysOf(dataDir))[name] ?? ''
}

/**
 * Generates keys: an X25519 pair for libsodium's sealed boxes (RFC 7748, raw 32 bytes), and 256-bit secrets.
 * @returns {Record<string, string>} base64url, except for Next's key, which must be base64
 */
export function makeKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    SEAL_PUBLIC_KEY: publicKey.export({ format: 'jwk' }).x ?? '',
    SEAL_PRIVATE_KEY: privateKey.export({ format: 'jwk' }).d ?? '',
    BLIND_INDEX_KEY: randomBytes(32).toString('base64url'),
    LEDGER_KEY: randomBytes(32).toString('base64url'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    POSTGRES_PASSWORD: randomBytes(24).toString('base64url'),
  }
}

/** @param {string} text */
function parse(text) {
  /** @type {Record<string, string>} */
  const keys = {}
  for (const line of text.split(/\r?\n/)) {
    const found = /^([A-Z_]+)=(.+)$/.exec(line)
    if (found?.[1] && found[2]) keys[found[1]] = found[2]
  }
  return keys
}

/**
 * Written atomically: a machine that stops half-way must not leave half a key.
 * @param {string} path
 * @param {Record<string, string>} keys
 */
async function write(path, keys) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(
      `# Made by npm start. Whoever has these can read every name and address. Keep a copy in a safe place.\n${Object.entries(
        keys,
      )
        .map(([name, value]) => `${name}=${value}\n`)
        .join('')}`,
    )
    await file.sync()
  } finally {
    await file.close()
  }
  await chmod(`${path}.new`, 0o600)
  await rename(`${path}.new`, path)
}

/** @param {NodeJS.ErrnoException} error */
function ifMissing(error) {
  if (error.code === 'ENOENT') return ''
  throw error
}
