import { verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { pool } from '@/lib/db'
import { blindIndex } from '@/lib/vault/blind-index'
import { purposeMark, taskKey } from './make-task'

/** As browsers send it: JSON in base64. Anything but one of our challenges fails at its signature. */
const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      expiresAt: z.number(),
      data: z.object({ for: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

/**
 * Whether a solved challenge is ours, for this purpose, unexpired and unspent; if so it is spent. Of
 * several concurrent calls one succeeds.
 */
export async function spendProof(text: string, purpose: string[], now: Date): Promise<boolean> {
  const read = parse(text)
  if (!read) return false
  const { challenge, solution } = read
  const { expiresAt, data } = challenge.parameters
  if (data.for !== purposeMark(purpose) || expiresAt * 1000 <= now.getTime()) return false
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: taskKey() })
  if (!verified) return false
  const { rowCount } = await pool().query(
    'INSERT INTO spent_proof (hash, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [blindIndex('spent proof', challenge.signature), new Date(expiresAt * 1000)],
  )
  return rowCount === 1
}

function parse(text: string): z.infer<typeof payload> | null {
  if (text.length > 4_000) return null
  try {
    return payload.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')))
  } catch {
    return null
  }
}
