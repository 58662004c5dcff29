import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * Encrypts a small secret that the desk itself must read again (AES-256-GCM under a key derived from NEXTAUTH_SECRET).
 * Layout: nonce (12) ‖ ciphertext ‖ tag (16).
 * @param owner bound to it: the box of one person opens for no other
 */
export function encryptSecret(secret: string, owner: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', boxKey(staffSecret()), nonce).setAAD(Buffer.from(owner))
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
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
  try {
    openWith(staffSecret(), box, owner)
    return true
  } catch {
    return false
  }
}

function openWith(secret: string, box: Uint8Array, owner: string): string {
  const bytes = Buffer.from(box)
  const decipher = createDecipheriv('aes-256-gcm', boxKey(secret), bytes.subarray(0, 12))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
}

function boxKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'staff secret box', 32))
}

/** @throws Error where NEXTAUTH_SECRET is not set: this process serves no desk */
export function staffSecret(): string {
  const secret = env().NEXTAUTH_SECRET
  if (!secret) throw new Error('The desk needs NEXTAUTH_SECRET')
  return secret
}
