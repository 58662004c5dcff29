import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'
import { decrypt, encrypt, tryOpen } from '@/lib/vault/aead'

/**
 * Encrypts a small secret that admin pages read again, under a key derived from NEXTAUTH_SECRET.
 * @param owner bound to the ciphertext: it can be decrypted for no other
 */
export function encryptSecret(secret: string | Uint8Array, owner: string): Buffer<ArrayBuffer> {
  return encrypt(keyOf(staffSecret()), secret, Buffer.from(owner))
}

/**
 * Decrypts a secret; during a key rotation also one encrypted under the previous key.
 * @throws Error if it was altered, or belongs to another owner or key
 */
export function decryptSecret(encrypted: Uint8Array, owner: string): string {
  const before = env().NEXTAUTH_SECRET_BEFORE
  if (!before || isOfPresentKey(encrypted, owner)) return openWith(staffSecret(), encrypted, owner)
  return openWith(before, encrypted, owner)
}

/** Tells whether a secret was encrypted under the current key. */
export function isOfPresentKey(encrypted: Uint8Array, owner: string): boolean {
  return tryOpen(() => openWith(staffSecret(), encrypted, owner)) !== null
}

function openWith(secret: string, encrypted: Uint8Array, owner: string): string {
  return decrypt(keyOf(secret), encrypted, Buffer.from(owner)).toString('utf8')
}

// The label is older than the file's name. It is part of every key, so it stays.
function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'staff secret box', 32))
}

/** @throws Error if NEXTAUTH_SECRET is not set, as in processes without admin pages */
export function staffSecret(): string {
  const secret = env().NEXTAUTH_SECRET
  if (!secret) throw new Error('The admin area needs NEXTAUTH_SECRET')
  return secret
}
