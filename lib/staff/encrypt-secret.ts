import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'
import { decrypt, encrypt, tryOpen } from '@/lib/vault/aead'

/**
 * Encrypts a small secret that the admin pages read again, under a key derived from NEXTAUTH_SECRET.
 * @param owner bound to it: the box of one person opens for no other
 */
export function encryptSecret(secret: string | Uint8Array, owner: string): Buffer<ArrayBuffer> {
  return encrypt(boxKey(staffSecret()), secret, Buffer.from(owner))
}

/**
 * Opens a box; during a rotation of keys also one that was closed under the secret before.
 * @throws Error where it was altered, or closed for another owner or under another key
 */
export function decryptSecret(box: Uint8Array, owner: string): string {
  const before = env().NEXTAUTH_SECRET_BEFORE
  if (!before || isOfPresentKey(box, owner)) return openWith(staffSecret(), box, owner)
  return openWith(before, box, owner)
}

/** Whether a box was closed under the present secret. */
export function isOfPresentKey(box: Uint8Array, owner: string): boolean {
  return tryOpen(() => openWith(staffSecret(), box, owner)) !== null
}

function openWith(secret: string, box: Uint8Array, owner: string): string {
  return decrypt(boxKey(secret), box, Buffer.from(owner)).toString('utf8')
}

function boxKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'staff secret box', 32))
}

/** @throws Error where NEXTAUTH_SECRET is not set: this process serves no admin pages */
export function staffSecret(): string {
  const secret = env().NEXTAUTH_SECRET
  if (!secret) throw new Error('The admin area needs NEXTAUTH_SECRET')
  return secret
}
