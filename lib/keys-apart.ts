import { env } from '@/lib/env'

/**
 * Whether this process can open nothing of what it stores: it serves the public and holds no private key. The pages
 * that say who can read what a signer entered follow it.
 */
export function keysApart(): boolean {
  const { ROLE, SEAL_PRIVATE_KEY, SEAL_PRIVATE_KEY_BEFORE } = env()
  return ROLE === 'web' && !SEAL_PRIVATE_KEY && !SEAL_PRIVATE_KEY_BEFORE
}
