import { createCipheriv, randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { dayKey } from '@/lib/vault/day-key'

/** A form that was sent back, with what was typed and what is wrong (field → codes; `form` for the whole). */
export interface Draft {
  values: Record<string, string>
  errors: Record<string, string[]>
}

/** Longest text that fits a request line through ordinary proxies (8 KB) with room for the rest. */
const LONGEST = 6_000

/**
 * Encrypts a wrong form into a text that the person's own browser carries back in the redirect. Nothing is
 * stored, no cookie is set, and once the day's key is deleted nobody can read it. Valid for 15 minutes.
 * A comment too long for an address is cut.
 * Layout, in base64url: nonce (12) ‖ AES-256-GCM ciphertext of raw-deflated JSON ‖ tag (16).
 */
export async function sealDraft(draft: Draft, now: Date): Promise<string> {
  const key = await dayKey('draft', now)
  for (let comment = draft.values.comment ?? ''; ; comment = cut(comment)) {
    const text = encrypt({ ...draft, values: { ...draft.values, comment }, at: now.getTime() }, key)
    if (text.length <= LONGEST || comment === '') return text
  }
}

function encrypt(content: object, key: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const ciphertext = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(content))), cipher.final()])
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64url')
}

function cut(text: string): string {
  const points = Array.from(text)
  return points.slice(0, Math.min(2_000, Math.floor(points.length / 2))).join('')
}
