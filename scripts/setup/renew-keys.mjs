import { join } from 'node:path'
import { keysOf, makeKeys, writeKeys } from './keys.mjs'
import { isHeld } from './lock.mjs'
import { dataDir } from './root.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Generates new keys for names, addresses, indexes and staff secrets, and keeps the previous ones next to them. The
 * ledger's key is rotated differently (docs/ledger.md).
 */
export async function renewKeys() {
  if (await isHeld(join(dataDir, 'start.lock'))) throw new SetupError('Stop the site first: it is using the old keys.')
  const kept = await keysOf(dataDir)
  const { SEAL_PUBLIC_KEY, SEAL_PRIVATE_KEY, BLIND_INDEX_KEY, NEXTAUTH_SECRET } = makeKeys()
  await writeKeys(dataDir, {
    ...kept,
    SEAL_PUBLIC_KEY: SEAL_PUBLIC_KEY ?? '',
    SEAL_PRIVATE_KEY: SEAL_PRIVATE_KEY ?? '',
    SEAL_PRIVATE_KEY_BEFORE: kept.SEAL_PRIVATE_KEY ?? '',
    BLIND_INDEX_KEY: BLIND_INDEX_KEY ?? '',
    BLIND_INDEX_KEY_BEFORE: kept.BLIND_INDEX_KEY ?? '',
    NEXTAUTH_SECRET: NEXTAUTH_SECRET ?? '',
    NEXTAUTH_SECRET_BEFORE: kept.NEXTAUTH_SECRET ?? '',
  })
}
