import { Secret, TOTP } from 'otpauth'

const PERIOD = 30

/** A fresh secret of 160 bits, base32 (RFC 4226, 4). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The URI that authenticator apps read, as a QR code or typed. */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString()
}

/**
 * Checks a code (RFC 6238), accepting one step of 30 s before or after.
 * @returns its time step, greater than `lastStep`; null if it is wrong or was used
 */
export function totpStep(secret: string, typed: string, lastStep: number, now: Date): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret, '').validate({ token, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta
  return step > lastStep ? step : null
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Petition admin', label, period: PERIOD, digits: 6, secret: Secret.fromBase32(secret) })
}
