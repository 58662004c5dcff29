import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { dayKey } from '@/lib/vault/day-key'

/** Longest text that fits a request line through ordinary proxies (8 KB) with room for the rest. */
const LONGEST = 6_000
/** How long a page can be opened, in ms: as a form that was sent back (lib/signatures/open-draft.ts). */
const LIFE = 15 * 60_000
const KEY = 'page'

const sealedPage = z.object({ html: z.string(), status: z.number(), retryAfter: z.number().optional() })
const content = sealedPage.extend({ at: z.number() })

/** A page of this site as its address carries it. */
export type SealedPage = z.infer<typeof sealedPage>

/**
 * Encrypts a page into a text for its own address: with what somebody typed, and shown only as it was made here.
 * Layout, in base64url: nonce (12) ‖ AES-256-GCM ciphertext of raw-deflated JSON ‖ tag (16).
 * @returns null where it is too long
 * @throws Error where the day's key cannot be had
 */
export async function sealPage(page: SealedPage, now: Date): Promise<string | null> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await dayKey(KEY, now), nonce)
  const deflated = deflateRawSync(JSON.stringify({ ...page, at: now.getTime() }))
  const sealed = Buffer.concat([nonce, cipher.update(deflated), cipher.final(), cipher.getAuthTag()])
  const text = sealed.toString('base64url')
  return text.length > LONGEST ? null : text
}

/** The page that `sealPage` encrypted, or null where the text is too old, altered or none. */
export async function openPage(text: string, now: Date): Promise<SealedPage | null> {
  const bytes = Buffer.from(text, 'base64url')
  if (text.length > LONGEST || bytes.length < 29) return null
  // Just after midnight (UTC) a page may be of yesterday's key.
  for (const day of new Set([now.getTime(), now.getTime() - LIFE])) {
    const page = decrypt(bytes, await dayKey(KEY, new Date(day)))
    if (!page) continue
    const { at, ...shown } = page
    return now.getTime() - at < LIFE ? shown : null
  }
  return null
}

function decrypt(bytes: Buffer, key: Buffer): z.infer<typeof content> | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16))
    const deflated = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
    return content.parse(JSON.parse(inflateRawSync(deflated, { maxOutputLength: 100_000 }).toString('utf8')))
  } catch {
    return null
  }
}
