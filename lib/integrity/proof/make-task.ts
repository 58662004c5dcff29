import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { blindIndex } from '@/lib/vault/blind-index'

/** A challenge for a device, in the format of ALTCHA (version 2); people have nothing to solve. */
export type Task = Awaited<ReturnType<typeof createChallenge>>

/** In ms: the time to read the page, to solve the challenge on a slow phone, and to send. */
const LIFE = 20 * 60_000

/**
 * Makes a challenge. It costs the server one HMAC, and a device about 256 rounds of 7,500 hashes: one or two seconds,
 * on a slow phone several. It is signed together with its expiry and its purpose; nothing is stored. It does not reveal
 * which limits were reached, nor how many: a person who keeps their own network's limit full could read from it whether
 * others fill the rest.
 */
export function makeTask(purpose: string[], now: Date): Promise<Task> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 7_500,
    keyPrefix: '00',
    deriveKey,
    expiresAt: new Date(now.getTime() + LIFE),
    data: { for: purposeMark(purpose) },
    hmacSignatureSecret: taskKey(),
  })
}

/** A hash of the purpose, because that contains an address. */
export function purposeMark(purpose: string[]): string {
  return blindIndex('proof purpose', ...purpose)
    .toString('base64url')
    .slice(0, 22)
}

/** The key that signs challenges, derived from the blind index key: 43 characters of base64url. */
export function taskKey(): string {
  return blindIndex('proof task').toString('base64url')
}
