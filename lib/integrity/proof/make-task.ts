import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { blindIndex } from '@/lib/vault/blind-index'

/** A small task for a device, in the form of ALTCHA (version 2), and nothing for a person to solve. */
export type Task = Awaited<ReturnType<typeof createChallenge>>

/** In ms: the time to read the page, to solve the task on a slow telephone, and to send. */
const LIFE = 20 * 60_000

/**
 * Makes a task. It costs this side one HMAC, and a device about 256 rounds of 5,000 hashes for each limit that it
 * lifts: around a second, on a slow telephone several. Signed, with its end, its purpose and the limits in it; nothing
 * of it is stored.
 */
export function makeTask(purpose: string[], limits: string[], now: Date): Promise<Task> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 5_000 * limits.length,
    keyPrefix: '00',
    deriveKey,
    expiresAt: new Date(now.getTime() + LIFE),
    data: { for: purposeMark(purpose), lifts: limits.join() },
    hmacSignatureSecret: taskKey(),
  })
}

/** What a task is good for, without saying it: an address is in it. */
export function purposeMark(purpose: string[]): string {
  return blindIndex('proof purpose', ...purpose)
    .toString('base64url')
    .slice(0, 22)
}

export function taskKey(): string {
  return blindIndex('proof task').toString('base64url')
}
