import { decryptSecret, encryptSecret } from '@/lib/staff/secret-box'
import type { Staff } from '@/lib/staff/staff'
import { tryOpen } from '@/lib/vault/aead'

/** How long such an address shows what it carries, in ms. */
const LIFE = 10 * 60_000

/**
 * A value for the address of the next page that only this session can read, for ten minutes: what was searched for,
 * or that an opening was recorded. Nothing personal ever stands in an address.
 */
export function sealQuery(staff: Staff, purpose: string, value: string, now: Date): string {
  const text = JSON.stringify([now.getTime(), value])
  return encryptSecret(text, `${purpose} ${staff.session.id}`).toString('base64url')
}

/** @returns null where it is missing, lapsed, made for another session or purpose, or altered */
export function openQuery(staff: Staff, purpose: string, sealed: unknown, now: Date): string | null {
  if (typeof sealed !== 'string') return null
  const owner = `${purpose} ${staff.session.id}`
  const text = tryOpen(() => decryptSecret(Buffer.from(sealed, 'base64url'), owner))
  if (text === null) return null
  const [at, value] = JSON.parse(text) as [number, string]
  return now.getTime() - at < LIFE ? value : null
}
