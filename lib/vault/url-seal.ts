import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { decrypt, encrypt, tryOpen } from './aead'
import { dayKey } from './day-key'

/** Longest text that fits a request line through ordinary proxies (8 KB), with room for the rest. */
export const MAX_IN_URL = 6_000
/** In ms: the time for which a sealed value can be opened. */
const LIFE = 15 * 60_000

/**
 * Encrypts a value into a text that a person's own browser carries back in a URL. Nothing is stored, no cookie is set,
 * and once the day's key is deleted nobody can read it. Valid for 15 minutes. Layout, in base64url: raw-deflated JSON
 * of value and time, framed by `encrypt`.
 * @param purpose names the day's key: what was sealed for one purpose opens for no other
 * @throws Error if the day's key is unavailable
 */
export async function sealForUrl(purpose: string, value: object, now: Date): Promise<string> {
  const deflated = deflateRawSync(JSON.stringify({ value, at: now.getTime() }))
  return encrypt(await dayKey(purpose, now), deflated).toString('base64url')
}

/** The value that `sealForUrl` encrypted; null if the text is too old, altered, or does not match the schema. */
export async function openFromUrl<T>(
  purpose: string,
  text: string,
  schema: z.ZodType<T>,
  now: Date,
): Promise<T | null> {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length > MAX_IN_URL) return null
  const content = z.object({ value: schema, at: z.number() })
  // Just after midnight (UTC) it may be sealed with yesterday's key.
  for (const day of new Set([now.getTime(), now.getTime() - LIFE])) {
    const key = await dayKey(purpose, new Date(day))
    const opened = tryOpen(() => content.parse(JSON.parse(inflate(decrypt(key, bytes)))))
    if (opened) return now.getTime() - opened.at < LIFE ? opened.value : null
  }
  return null
}

function inflate(bytes: Buffer): string {
  return inflateRawSync(bytes, { maxOutputLength: 100_000 }).toString('utf8')
}
