import { decryptSecret, encryptSecret } from '@/lib/staff/encrypt-secret'
import type { Staff } from '@/lib/staff/staff'
import { tryOpen } from '@/lib/vault/aead'

/** How long a sealed value is valid, in ms. */
const LIFE = 10 * 60_000

/**
 * Seals a value into the URL of the next page, readable by this session only, for ten minutes: a search, or proof that
 * an opening was logged. URLs never contain personal data in the clear.
 */
export function sealQuery(staff: Staff, purpose: string, value: string, now: Date): string {
  const text = JSON.stringify([now.getTime(), value])
  return encryptSecret(text, `${purpose} ${staff.session.id}`).toString('base64url')
}

/** @returns null if it is missing, expired, altered, or made for another session or purpose */
export function openQuery(staff: Staff, purpose: string, sealed: unknown, now: Date): string | null {
  if (typeof sealed !== 'string') return null
  const owner = `${purpose} ${staff.session.id}`
  const text = tryOpen(() => decryptSecret(Buffer.from(sealed, 'base64url'), owner))
  if (text === null) return null
  const [at, value] = JSON.parse(text) as [number, string]
  return now.getTime() - at < LIFE ? value : null
}
