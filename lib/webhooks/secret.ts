import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { secureRandom } from '@/lib/vault/secure-random'

/** The sealed part of a webhook. */
export const sealedSecret = z.object({ secret: z.string() })

const PREFIX = 'whsec_'

/** Makes a secret of 32 bytes, in the format that receivers enter (standardwebhooks.com). */
export function newSecret(): string {
  return `${PREFIX}${Buffer.from(secureRandom(32)).toString('base64')}`
}

/**
 * The headers by which a receiver verifies that a message is ours and not a replay (Standard Webhooks 1.0.0):
 * HMAC-SHA256 over id, seconds and body.
 */
export function signatureHeaders(secret: string, id: string, now: Date, body: string): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1_000).toString()
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${mac}` }
}
