import { createDecipheriv } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { dayKey } from '@/lib/vault/day-key'
import type { Draft } from './seal-draft'

/** How long a draft can be opened, in ms. */
const LIFE = 15 * 60_000

const content = z.object({
  values: z.record(z.string(), z.string()),
  errors: z.record(z.string(), z.array(z.string())),
  at: z.number(),
})

/** The form that `sealDraft` encrypted, or null if the text is too old, altered or not one. */
export async function openDraft(text: string, now: Date): Promise<Draft | null> {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < 29 || bytes.length > 6_000) return null
  // Just after midnight (UTC) a draft may be of yesterday's key.
  for (const day of new Set([now.getTime(), now.getTime() - LIFE])) {
    const draft = decrypt(bytes, await dayKey('draft', new Date(day)))
    if (draft) return now.getTime() - draft.at < LIFE ? { values: draft.values, errors: draft.errors } : null
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
